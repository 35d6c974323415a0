import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { QueryView } from '../../ui/QueryView';
import { useTitle } from '../../ui/use-title';
import { receiptQuery } from './api/receipt';
import { Receipt } from './components/Receipt';
import { receiptKind } from './receipt-kind';
import './receipt.css';

type Paper = 'sheet' | 'slip';

/** What the applicant takes home, on A4 or on the counter's 80 mm printer. */
export function ReceiptPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [paper, setPaper] = useState<Paper>('sheet');
  const receipt = useQuery(receiptQuery(id));
  useTitle(t(`receipt.kinds.${receipt.data ? receiptKind(receipt.data) : 'RECEIPT'}`));
  return (
    <div className="receipt-desk">
      <div className="receipt-bar no-print">
        <Link to={`/cases/${id}`}>{t('common.back')}</Link>
        <Segmented<Paper>
          value={paper}
          onChange={setPaper}
          options={[
            { value: 'sheet', label: t('receipt.sheet') },
            { value: 'slip', label: t('receipt.slip') },
          ]}
        />
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('receipt.print')}
        </Button>
      </div>
      <article className="receipt" data-paper={paper}>
        <QueryView query={receipt} rows={10}>
          {(data) => <Receipt receipt={data} />}
        </QueryView>
      </article>
    </div>
  );
}
