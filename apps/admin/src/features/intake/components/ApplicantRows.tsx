import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../ui/Facts';

export function ApplicantRows({ applicant }: { applicant: Dto<'ApplicantDto'> }) {
  const { t } = useTranslation();
  const { kind, name, identityNumber, telephone, address } = applicant;
  const person = kind === 'PERSON';
  return (
    <Facts
      facts={[
        [t(person ? 'applicant.name' : 'applicant.orgName'), name],
        [t(person ? 'applicant.identity' : 'applicant.credit'), identityNumber],
        [t('applicant.telephone'), telephone],
        [t('applicant.address'), address],
      ]}
    />
  );
}
