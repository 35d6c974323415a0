import { EyeInvisibleOutlined } from '@ant-design/icons';
import type { Dto } from '@yikou/api-client';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApplicantRows } from './ApplicantRows';

interface Props {
  applicant: Dto<'ClearApplicantDto'>;
  seconds: number;
  onHide: () => void;
}

/** In clear, with the time that is left; never on paper. */
export function ClearApplicant({ applicant, seconds, onHide }: Props) {
  const { t } = useTranslation();
  return (
    <div className="applicant-clear no-print">
      <Alert
        type="warning"
        showIcon
        title={t('applicant.shown')}
        description={<span role="timer">{t('applicant.hidesIn', { seconds })}</span>}
      />
      <ApplicantRows applicant={applicant} />
      <Button size="small" icon={<EyeInvisibleOutlined aria-hidden />} onClick={onHide}>
        {t('applicant.hide')}
      </Button>
    </div>
  );
}
