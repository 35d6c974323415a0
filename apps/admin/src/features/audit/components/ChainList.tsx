import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataList } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { LoadMore } from '../../../ui/LoadMore';
import { QueryView } from '../../../ui/QueryView';
import { chainsQuery } from '../api/chains';
import { useChainColumns } from './chain-columns';

export function ChainList() {
  const { t } = useTranslation();
  const chains = useInfiniteQuery(chainsQuery);
  const columns = useChainColumns();
  const rows = chains.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <QueryView query={chains} rows={8}>
      {() =>
        rows.length === 0 ? (
          <EmptyState title={t('chain.empty')} hint={t('chain.emptyHint')} />
        ) : (
          <>
            <DataList
              label={t('audit.chains')}
              rows={rows}
              columns={columns}
              rowKey={({ chain }) => chain}
            />
            <LoadMore
              shown={rows.length}
              hasMore={chains.hasNextPage}
              loading={chains.isFetchingNextPage}
              onMore={() => void chains.fetchNextPage()}
            />
          </>
        )
      }
    </QueryView>
  );
}
