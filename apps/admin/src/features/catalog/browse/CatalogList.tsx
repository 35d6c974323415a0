import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { DataList, type Column } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { limitWords } from '../../../ui/limit-words';
import { LoadMore } from '../../../ui/LoadMore';
import { QueryView } from '../../../ui/QueryView';
import { PathTag } from '../../../ui/Tags';
import { itemsQuery, type ItemFilter } from '../api/items';
import { nameOf } from '../item-name';

export function CatalogList({ filter }: { filter: ItemFilter }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useColumns();
  const items = useInfiniteQuery(itemsQuery(filter));
  const rows = items.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <QueryView query={items} rows={10}>
      {() =>
        rows.length === 0 ? (
          <EmptyState title={t('listing.empty')} hint={t('listing.emptyHint')} />
        ) : (
          <>
            <DataList
              label={t('listing.title')}
              rows={rows}
              columns={columns}
              rowKey={({ code }) => code}
              onOpen={({ code }) => void navigate(`/catalog/items/${code}`)}
            />
            <LoadMore
              shown={rows.length}
              hasMore={items.hasNextPage}
              loading={items.isFetchingNextPage}
              onMore={() => void items.fetchNextPage()}
            />
          </>
        )
      }
    </QueryView>
  );
}

function useColumns(): Column<Dto<'ItemSummaryDto'>>[] {
  const { t, i18n } = useTranslation();
  return [
    {
      key: 'name',
      title: t('items.name'),
      phone: 'head',
      render: (item) => (
        <Link to={`/catalog/items/${item.code}`} className="cell-main" tabIndex={-1}>
          {nameOf(item, i18n.language)}
        </Link>
      ),
    },
    { key: 'code', title: t('listing.code'), width: 130, numeric: true, render: (i) => i.code },
    { key: 'theme', title: t('items.theme'), width: 120, render: (item) => item.theme },
    {
      key: 'level',
      title: t('items.level'),
      width: 150,
      render: (item) => t(`level.${item.level}`),
    },
    {
      key: 'class',
      title: t('listing.class'),
      width: 130,
      phone: 'hidden',
      render: (item) => t(`itemClass.${item.class}`),
    },
    {
      key: 'kind',
      title: t('items.kind'),
      width: 120,
      render: (item) => <PathTag path={item.path} />,
    },
    {
      key: 'days',
      title: t('items.days'),
      width: 130,
      numeric: true,
      render: (item) => limitWords(item.promisedDays, item.dayUnit, t),
    },
  ];
}
