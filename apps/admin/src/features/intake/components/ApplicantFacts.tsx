import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../ui/Facts';
import { QueryView } from '../../../ui/QueryView';
import { applicantQuery } from '../api/applicant';

export function ApplicantFacts({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const applicant = useQuery(applicantQuery(caseId));
  return (
    <QueryView query={applicant} rows={3}>
      {({ kind, name, identityNumber, telephone, address }) => (
        <>
          <Facts
            facts={[
              [t(kind === 'PERSON' ? 'applicant.name' : 'applicant.orgName'), name],
              [t(kind === 'PERSON' ? 'applicant.identity' : 'applicant.credit'), identityNumber],
              [t('applicant.telephone'), telephone],
              [t('applicant.address'), address],
            ]}
          />
          <p className="facts-note">{t('applicant.masked')}</p>
        </>
      )}
    </QueryView>
  );
}
