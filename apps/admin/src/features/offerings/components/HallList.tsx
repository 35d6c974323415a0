import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { DataList, type Column } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { LoadMore } from '../../../ui/LoadMore';
import { QueryView } from '../../../ui/QueryView';
import { hallsQuery } from '../api/halls';
import { CoverageBar } from './CoverageBar';

type Row = Dto<'HallCoverageDto'>;

/** R44: every hall side by side. */
export function HallList({ kind }: { kind: Dto<'HallKind'> | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const halls = useInfiniteQuery(hallsQuery(kind));
  const columns = useHallColumns();
  const rows = halls.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <QueryView query={halls} rows={8}>
      {() =>
        rows.length === 0 ? (
          <EmptyState title={t('coverage.empty')} hint={t('coverage.emptyHint')} />
        ) : (
          <>
            <DataList
              label={t('coverage.title')}
              rows={rows}
              columns={columns}
              rowKey={({ unitId }) => unitId}
              onOpen={({ unitId }) => void navigate(`/offerings/${unitId}`)}
            />
            <LoadMore
              shown={rows.length}
              hasMore={halls.hasNextPage}
              loading={halls.isFetchingNextPage}
              onMore={() => void halls.fetchNextPage()}
            />
          </>
        )
      }
    </QueryView>
  );
}

function useHallColumns(): Column<Row>[] {
  const { t } = useTranslation();
  const count = (key: 'missing' | 'excepted' | 'requested'): Column<Row> => ({
    key,
    title: t(`coverage.${key}`),
    width: 110,
    numeric: true,
    render: (row) =>
      row[key] > 0 ? (
        <span className="tag" data-tone={key === 'missing' ? 'care' : undefined}>
          {t('coverage.count', { count: row[key] })}
        </span>
      ) : (
        <span className="soft">{t('coverage.count', { count: 0 })}</span>
      ),
  });
  return [
    {
      key: 'hall',
      title: t('coverage.hall'),
      phone: 'head',
      render: ({ unitId, unitName }) => (
        <Link to={`/offerings/${unitId}`} className="cell-main" tabIndex={-1}>
          {unitName}
        </Link>
      ),
    },
    {
      key: 'share',
      title: t('coverage.share'),
      width: 300,
      render: (row) => <CoverageBar {...row} />,
    },
    count('missing'),
    count('excepted'),
    count('requested'),
  ];
}
