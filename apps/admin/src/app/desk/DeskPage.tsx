import { useQuery } from '@tanstack/react-query';
import type { InputRef } from 'antd';
import type { Dto } from '@yikou/api-client';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ItemFinder } from '../../features/catalog/components/ItemFinder';
import { rememberItem } from '../../features/catalog/recent-items';
import { meQuery } from '../../features/identity/api/me';
import { useStagedFiles } from '../../features/intake/use-staged-files';
import { draftQuery } from '../../features/reception/api/consultations';
import { CallBar } from '../../features/reception/components/CallBar';
import { QueryView } from '../../ui/QueryView';
import { useHotkeys } from '../../ui/use-hotkeys';
import { useTitle } from '../../ui/use-title';
import './desk.css';
import { DeskColumns, useDeskColumn } from './DeskColumns';
import { DeskFill } from './DeskFill';
import { DeskNext } from './DeskNext';
import type { ApplicantDraft } from './draft';

/** The counter: the queue on top, below it one visit at a time. */
export function DeskPage() {
  const { data: account } = useQuery(meQuery);
  const [search] = useSearchParams();
  const consultation = search.get('consultation') ?? undefined;
  if (!account) return null;
  return (
    <div className="desk-page">
      <CallBar unitId={account.unit.id} />
      {consultation ? (
        <OfConsultation key={consultation} id={consultation} account={account} />
      ) : (
        <Visit account={account} />
      )}
    </div>
  );
}

/** R12: what was told at the guide desk is not asked again. */
function OfConsultation({ id, account }: { id: string; account: Dto<'AccountDto'> }) {
  const draft = useQuery(draftQuery(id));
  return (
    <QueryView query={draft} rows={8}>
      {(asked) => <Visit account={account} asked={asked} />}
    </QueryView>
  );
}

interface VisitProps {
  account: Dto<'AccountDto'>;
  asked?: Dto<'ConsultationDraftDto'>;
}

/** One visit: item, applicant and materials, and what happens next. */
function Visit({ account, asked }: VisitProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [applicant, setApplicant] = useState<ApplicantDraft>(() => ({
    ...(asked?.name ? { name: asked.name } : {}),
    ...(asked?.telephone ? { telephone: asked.telephone } : {}),
  }));
  const files = useStagedFiles();
  const column = useDeskColumn();
  const finder = useRef<InputRef>(null);
  const name = useRef<InputRef>(null);
  const itemCode = search.get('item') ?? asked?.itemCode ?? undefined;
  const caseId = search.get('case') ?? undefined;
  useTitle(t('desk.title'));

  const find = () => {
    column.show('find');
    requestAnimationFrame(() => finder.current?.focus({ cursor: 'all' }));
  };
  const fill = () => {
    column.show('fill');
    requestAnimationFrame(() => name.current?.focus({ cursor: 'all' }));
  };
  const takeNext = () => {
    setSearch({});
    setApplicant({});
    files.clear();
    find();
  };
  useHotkeys({ F2: caseId ? takeNext : find, F4: fill });

  const pick = (item: Parameters<typeof rememberItem>[1]) => {
    rememberItem(account.id, item);
    files.clear();
    setSearch({ item: item.code, ...(asked ? { consultation: asked.id } : {}) });
    column.show('fill');
  };
  const registered = (id: string) => {
    setSearch({ ...(itemCode ? { item: itemCode } : {}), case: id });
    column.show('next');
  };
  return (
    <DeskColumns
      column={column}
      find={
        <ItemFinder
          unitId={account.unit.id}
          accountId={account.id}
          selected={itemCode}
          searchRef={finder}
          onPick={pick}
        />
      }
      fill={
        <DeskFill
          itemCode={itemCode}
          caseId={caseId}
          applicant={applicant}
          onApplicant={setApplicant}
          files={files}
          nameRef={name}
          onRegistered={registered}
          consultation={asked}
        />
      }
      next={
        <DeskNext itemCode={itemCode} caseId={caseId} receiver={applicant.name} onNext={takeNext} />
      }
    />
  );
}
