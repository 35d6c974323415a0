import type { Dto } from '@yikou/api-client';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/FormDialog';
import { withdrawPaper } from './papers';

interface Props {
  paper: Dto<'PaperDto'>;
  onDone: () => void;
  onClose: () => void;
}

const LONGEST = 200;

export function WithdrawDialog({ paper, onDone, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <FormDialog<{ reason: string }>
      danger
      title={t('papers.withdrawTitle', { number: paper.number })}
      okText={t('papers.withdraw')}
      intro={t('papers.withdrawNote')}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        await withdrawPaper(paper.id, reason);
        onDone();
        onClose();
      }}
    >
      <Form.Item
        name="reason"
        label={t('papers.reason')}
        rules={[{ required: true, min: 2, message: t('papers.reasonNeeded') }]}
      >
        <Input.TextArea rows={3} maxLength={LONGEST} />
      </Form.Item>
    </FormDialog>
  );
}
