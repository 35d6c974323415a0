import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../ui/Facts';

type Agent = Dto<'ClearAgentDto'> & Partial<Dto<'AgentDto'>>;

interface Props {
  applicant: Omit<Dto<'ApplicantDto'>, 'agent'> & { agent: Agent | null };
}

export function ApplicantRows({ applicant }: Props) {
  const { t } = useTranslation();
  const { kind, name, identityNumber, telephone, address, agent } = applicant;
  const person = kind === 'PERSON';
  return (
    <>
      <Facts
        facts={[
          [t(person ? 'applicant.name' : 'applicant.orgName'), name],
          [t(person ? 'applicant.identity' : 'applicant.credit'), identityNumber],
          [t('applicant.telephone'), telephone],
          [t('applicant.address'), address],
        ]}
      />
      {agent && (
        <Facts
          facts={[
            [t('agent.title'), agent.name],
            [t('agent.identity'), agent.identityNumber],
            [t('agent.telephone'), agent.telephone],
            [t('agent.letterNumber'), agent.letterNumber],
            [
              t('agent.period'),
              agent.validFrom &&
                t('agent.periodWords', { from: agent.validFrom, until: agent.validUntil }),
            ],
          ]}
        />
      )}
    </>
  );
}
