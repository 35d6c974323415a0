import { useQuery } from '@tanstack/react-query';
import type { InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ItemFinder } from '../../features/catalog/components/ItemFinder';
import { rememberItem } from '../../features/catalog/recent-items';
import { meQuery } from '../../features/identity/api/me';
import { useStagedFiles } from '../../features/intake/use-staged-files';
import { useHotkeys } from '../../ui/use-hotkeys';
import { useTitle } from '../../ui/use-title';
import './desk.css';
import { DeskColumns, useDeskColumn } from './DeskColumns';
import { DeskFill } from './DeskFill';
import { DeskNext } from './DeskNext';
import type { ApplicantDraft } from './draft';

/** One visit at the counter: item, applicant and materials, and what happens next. */
export function DeskPage() {
  const { t } = useTranslation();
  const { data: account } = useQuery(meQuery);
  const [search, setSearch] = useSearchParams();
  const [applicant, setApplicant] = useState<ApplicantDraft>({});
  const files = useStagedFiles();
  const column = useDeskColumn();
  const finder = useRef<InputRef>(null);
  const name = useRef<InputRef>(null);
  const itemCode = search.get('item') ?? undefined;
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

  if (!account) return null;
  const pick = (item: Parameters<typeof rememberItem>[1]) => {
    rememberItem(account.id, item);
    files.clear();
    setSearch({ item: item.code });
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
        />
      }
      next={
        <DeskNext itemCode={itemCode} caseId={caseId} receiver={applicant.name} onNext={takeNext} />
      }
    />
  );
}
