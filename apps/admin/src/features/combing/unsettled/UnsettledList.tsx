import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState';
import { LoadMore } from '../../../ui/LoadMore';
import { QueryView } from '../../../ui/QueryView';
import { unsettledQuery } from '../api/unsettled';
import { UnsettledRow } from './UnsettledRow';
import './unsettled.css';

/** The desk at which a person says what the rows are. */
export function UnsettledList() {
  const { t } = useTranslation();
  const found = useInfiniteQuery(unsettledQuery);
  const rows = found.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <QueryView query={found} rows={6}>
      {() =>
        rows.length === 0 ? (
          <EmptyState title={t('unsettled.empty')} hint={t('unsettled.emptyHint')} />
        ) : (
          <>
            <p className="panel-note">{t('unsettled.intro')}</p>
            <ul aria-label={t('combing.views.unsettled')}>
              {rows.map((row) => (
                <UnsettledRow key={row.id} row={row} />
              ))}
            </ul>
            <LoadMore
              shown={rows.length}
              hasMore={found.hasNextPage}
              loading={found.isFetchingNextPage}
              onMore={() => void found.fetchNextPage()}
            />
          </>
        )
      }
    </QueryView>
  );
}
