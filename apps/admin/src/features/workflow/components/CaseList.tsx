import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataList } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { LoadMore } from '../../../ui/LoadMore';
import { QueryView } from '../../../ui/QueryView';
import { casesQuery, type CaseFilter } from '../api/cases';
import { useCaseColumns } from './case-columns';

export function CaseList({ filter }: { filter: CaseFilter }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cases = useInfiniteQuery(casesQuery(filter));
  const columns = useCaseColumns();
  const rows = cases.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <QueryView query={cases} rows={10}>
      {() =>
        rows.length === 0 ? (
          <EmptyState title={t('cases.empty')} hint={t('cases.emptyHint')} />
        ) : (
          <>
            <DataList
              label={t('cases.title')}
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
              onOpen={({ id }) => void navigate(`/cases/${id}`)}
            />
            <LoadMore
              shown={rows.length}
              hasMore={cases.hasNextPage}
              loading={cases.isFetchingNextPage}
              onMore={() => void cases.fetchNextPage()}
            />
          </>
        )
      }
    </QueryView>
  );
}
