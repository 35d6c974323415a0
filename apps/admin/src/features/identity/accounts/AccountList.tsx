import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataList } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { LoadMore } from '../../../ui/LoadMore';
import { QueryView } from '../../../ui/QueryView';
import { accountsQuery, type AccountFilter } from '../api/accounts';
import { useAccountColumns } from './account-columns';

export function AccountList({ filter }: { filter: AccountFilter }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const accounts = useInfiniteQuery(accountsQuery(filter));
  const columns = useAccountColumns();
  const rows = accounts.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <QueryView query={accounts} rows={10}>
      {() =>
        rows.length === 0 ? (
          <EmptyState title={t('accounts.empty')} hint={t('accounts.emptyHint')} />
        ) : (
          <>
            <DataList
              label={t('accounts.title')}
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
              onOpen={({ id }) => void navigate(`/accounts/${id}`)}
            />
            <LoadMore
              shown={rows.length}
              hasMore={accounts.hasNextPage}
              loading={accounts.isFetchingNextPage}
              onMore={() => void accounts.fetchNextPage()}
            />
          </>
        )
      }
    </QueryView>
  );
}
