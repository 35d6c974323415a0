import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataList } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { LoadMore } from '../../../ui/LoadMore';
import { QueryView } from '../../../ui/QueryView';
import { useDebounced } from '../../../ui/use-debounced';
import { entriesQuery, type EntryFilter } from '../api/entries';
import { useEntryColumns } from './entry-columns';
import { EntryDrawer } from './EntryDrawer';
import { EntryFilters } from './EntryFilters';

interface Props {
  filter: EntryFilter;
  onChange: (change: EntryFilter) => void;
  place: ReactNode;
}

export function EntryList({ filter, onChange, place }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Dto<'AuditEntryDto'>>();
  const subjectId = useDebounced(filter.subjectId);
  const entries = useInfiniteQuery(entriesQuery({ ...filter, subjectId }));
  const columns = useEntryColumns();
  const rows = entries.data?.pages.flatMap((page) => page.items) ?? [];
  const { accountId } = filter;
  const actor = rows.find((row) => row.accountId === accountId)?.actor ?? t('audit.actorChosen');
  const narrow = (change: EntryFilter) => {
    setOpen(undefined);
    onChange(change);
    // The filter that now holds stands above the list.
    window.scrollTo({ top: 0 });
  };
  return (
    <>
      <EntryFilters
        filter={filter}
        onChange={onChange}
        place={place}
        actor={accountId === undefined ? undefined : actor}
      />
      <QueryView query={entries} rows={10}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={t('audit.empty')} hint={t('audit.emptyHint')} />
          ) : (
            <>
              <DataList
                label={t('audit.entries')}
                rows={rows}
                columns={columns}
                rowKey={({ chain, seq }) => `${chain}#${seq}`}
                onOpen={setOpen}
              />
              <LoadMore
                shown={rows.length}
                hasMore={entries.hasNextPage}
                loading={entries.isFetchingNextPage}
                onMore={() => void entries.fetchNextPage()}
              />
            </>
          )
        }
      </QueryView>
      {open && <EntryDrawer entry={open} onNarrow={narrow} onClose={() => setOpen(undefined)} />}
    </>
  );
}
