import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataList, type Column } from '../../../ui/DataList';
import { LoadMore } from '../../../ui/LoadMore';
import { QueryView } from '../../../ui/QueryView';
import { bookItemsQuery } from '../api/books';

export function BookItems({ id }: { id: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const items = useInfiniteQuery(bookItemsQuery(id));
  const rows = items.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<Dto<'BookItemDto'>>[] = [
    {
      key: 'name',
      title: t('books.item'),
      phone: 'head',
      render: ({ name }) => <span className="cell-main">{name}</span>,
    },
    { key: 'code', title: t('books.code'), width: 140, render: ({ code }) => code },
    { key: 'theme', title: t('books.theme'), width: 150, render: ({ theme }) => theme },
    {
      key: 'version',
      title: t('books.version'),
      width: 100,
      render: ({ versionNumber }) => t('books.versionIs', { number: versionNumber }),
    },
    {
      key: 'from',
      title: t('books.effectiveFrom'),
      width: 120,
      phone: 'hidden',
      render: ({ effectiveFrom }) => effectiveFrom,
    },
  ];
  return (
    <QueryView query={items} rows={8}>
      {() => (
        <>
          <DataList
            label={t('books.items')}
            rows={rows}
            columns={columns}
            rowKey={({ code }) => code}
            onOpen={({ code }) => void navigate(`/items/${code}`)}
          />
          <LoadMore
            shown={rows.length}
            hasMore={items.hasNextPage}
            loading={items.isFetchingNextPage}
            onMore={() => void items.fetchNextPage()}
          />
        </>
      )}
    </QueryView>
  );
}
