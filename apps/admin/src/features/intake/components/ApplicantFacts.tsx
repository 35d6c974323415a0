import { EyeOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../ui/QueryView';
import { applicantQuery } from '../api/applicant';
import { useBriefly } from '../use-briefly';
import { ApplicantRows } from './ApplicantRows';
import { ClearApplicant } from './ClearApplicant';
import { UnmaskDialog } from './UnmaskDialog';
import './applicant.css';

interface Props {
  caseId: string;
  mayUnmask?: boolean;
}

/** Masked; in clear for a minute to somebody who says why. */
export function ApplicantFacts({ caseId, mayUnmask = false }: Props) {
  const { t } = useTranslation();
  const applicant = useQuery(applicantQuery(caseId));
  const [asking, setAsking] = useState(false);
  const { shown, seconds, show, hide } = useBriefly();
  if (shown) return <ClearApplicant applicant={shown} seconds={seconds} onHide={hide} />;
  return (
    <QueryView query={applicant} rows={3}>
      {(masked) => (
        <>
          <ApplicantRows applicant={masked} />
          <div className="applicant-foot no-print">
            <p className="facts-note">{t('applicant.masked')}</p>
            {mayUnmask && (
              <Button
                size="small"
                icon={<EyeOutlined aria-hidden />}
                onClick={() => setAsking(true)}
              >
                {t('applicant.unmask')}
              </Button>
            )}
          </div>
          {asking && (
            <UnmaskDialog caseId={caseId} onShown={show} onClose={() => setAsking(false)} />
          )}
        </>
      )}
    </QueryView>
  );
}
