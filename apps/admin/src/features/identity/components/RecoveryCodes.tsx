import { PrinterOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../ui/CopyButton';

interface Props {
  codes: string[];
  loginName: string;
  onKept: () => void;
}

/** Shown once: the way on opens when the person says that they are kept. */
export function RecoveryCodes({ codes, loginName, onKept }: Props) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(false);
  const title = t('factor.codesFor', { loginName });
  return (
    <div className="recovery">
      <Alert
        className="no-print"
        type="warning"
        showIcon
        title={t('factor.codesTitle')}
        description={t('factor.codesIntro')}
      />
      <p className="recovery-title">{title}</p>
      <ol className="recovery-codes" aria-label={title}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="factor-actions no-print">
        <CopyButton text={codes.join('\n')} />
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t('factor.print')}
        </Button>
      </div>
      <Checkbox
        className="no-print"
        checked={kept}
        onChange={(event) => setKept(event.target.checked)}
      >
        {t('factor.kept')}
      </Checkbox>
      <Button className="no-print" type="primary" disabled={!kept} onClick={onKept}>
        {t('factor.finish')}
      </Button>
    </div>
  );
}
