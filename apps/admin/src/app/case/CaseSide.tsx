import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { CaseCustody } from '../../features/custody/CaseCustody';
import { CaseDeliveries } from '../../features/deliveries/CaseDeliveries';
import { meQuery } from '../../features/identity/api/me';
import { ApplicantFacts } from '../../features/intake/components/ApplicantFacts';
import { AgentLetter } from '../../features/intake/components/AgentLetter';
import { CaseTracking } from '../../features/intake/components/CaseTracking';
import { CaseMaterials } from '../../features/intake/components/CaseMaterials';
import { CorrectButton } from '../../features/intake/components/CorrectButton';
import { useStagedFiles } from '../../features/intake/use-staged-files';
import { CasePapers } from '../../features/papers/CasePapers';
import { VerbButtons } from '../../features/workflow/components/VerbButtons';
import { Panel } from '../../ui/Panel';
import { intakeFields } from '../verb-fields';
import { worksOnCases } from './works-on-cases';

/** What can be done with the case, and what it is about. */
export function CaseSide({ subject }: { subject: Dto<'CaseDto'> }) {
  const { t } = useTranslation();
  const files = useStagedFiles();
  const { data: account } = useQuery(meQuery);
  const mayUnmask = !!account && worksOnCases(account);
  return (
    <div className="case-side">
      <Panel title={t('case.actions')} className="no-print">
        {subject.allowedActions.length > 0 ? (
          <VerbButtons subject={subject} fields={intakeFields} />
        ) : (
          <p className="soft">{t('case.noActions')}</p>
        )}
        {subject.mayBeCorrected && <CorrectButton key={subject.id} caseId={subject.id} />}
      </Panel>
      {subject.issuedAt && <CaseDeliveries caseId={subject.id} />}
      <Panel title={t('applicant.title')}>
        <ApplicantFacts key={subject.id} caseId={subject.id} mayUnmask={mayUnmask} />
        <AgentLetter caseId={subject.id} mayAttach={account?.unit.id === subject.takingUnit.id} />
      </Panel>
      <Panel title={t('case.tracking')}>
        <CaseTracking caseId={subject.id} />
      </Panel>
      <Panel title={t('materials.title')}>
        <CaseMaterials caseId={subject.id} files={files} />
      </Panel>
      <Panel title={t('custody.title')} className="no-print">
        <CaseCustody caseId={subject.id} />
      </Panel>
      <Panel title={t('papers.title')} className="no-print">
        <CasePapers caseId={subject.id} key={`${subject.id} ${subject.version}`} />
      </Panel>
    </div>
  );
}
