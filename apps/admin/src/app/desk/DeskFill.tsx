import { useQuery } from '@tanstack/react-query';
import type { InputRef } from 'antd';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { itemQuery } from '../../features/catalog/api/item';
import { ApplicantFacts } from '../../features/intake/components/ApplicantFacts';
import { CaseMaterials } from '../../features/intake/components/CaseMaterials';
import type { useStagedFiles } from '../../features/intake/use-staged-files';
import { caseQuery } from '../../features/workflow/api/case';
import { EmptyState } from '../../ui/EmptyState';
import { QueryView } from '../../ui/QueryView';
import { DeskDraft } from './DeskDraft';
import type { OfConsultation } from '../../features/intake/api/register';
import type { ApplicantDraft } from './draft';

interface Props {
  itemCode: string | undefined;
  caseId: string | undefined;
  applicant: ApplicantDraft;
  onApplicant: (applicant: ApplicantDraft) => void;
  files: ReturnType<typeof useStagedFiles>;
  nameRef: RefObject<InputRef | null>;
  onRegistered: (caseId: string) => void;
  consultation: OfConsultation | undefined;
}

/** Before registration the draft; afterwards the checklist as it stands. */
export function DeskFill({ itemCode, caseId, ...rest }: Props) {
  const { t } = useTranslation();
  if (caseId) return <Registered caseId={caseId} files={rest.files} />;
  if (!itemCode) return <EmptyState title={t('desk.pickFirst')} hint={t('desk.pickFirstHint')} />;
  return <Drafting itemCode={itemCode} {...rest} />;
}

function Drafting({
  itemCode,
  ...rest
}: Omit<Props, 'caseId' | 'itemCode'> & { itemCode: string }) {
  const item = useQuery(itemQuery(itemCode));
  return (
    <QueryView query={item} rows={8}>
      {(data) => <DeskDraft key={itemCode} item={data} {...rest} />}
    </QueryView>
  );
}

function Registered({ caseId, files }: Pick<Props, 'files'> & { caseId: string }) {
  const { t } = useTranslation();
  const subject = useQuery(caseQuery(caseId));
  return (
    <div className="desk-scroll panel-body">
      <QueryView query={subject} rows={8}>
        {({ itemName }) => (
          <>
            <p className="desk-item">{itemName}</p>
            <h3 className="desk-head">{t('applicant.title')}</h3>
            <ApplicantFacts caseId={caseId} />
            <h3 className="desk-head">{t('materials.title')}</h3>
            <CaseMaterials caseId={caseId} files={files} />
          </>
        )}
      </QueryView>
    </div>
  );
}
