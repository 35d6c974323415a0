import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { DataList, type Column } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { LoadMore } from '../../../ui/LoadMore';
import { QueryView } from '../../../ui/QueryView';
import { booksQuery, type Level } from '../api/books';
import { BookFiles } from './BookFiles';

export function BookList({ level }: { level: Level | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useColumns();
  const books = useInfiniteQuery(booksQuery(level));
  const rows = books.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <QueryView query={books} rows={6}>
      {() =>
        rows.length === 0 ? (
          <EmptyState title={t('books.empty')} hint={t('books.emptyHint')} />
        ) : (
          <>
            <DataList
              label={t('books.title')}
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
              onOpen={({ id }) => void navigate(`/books/${id}`)}
            />
            <LoadMore
              shown={rows.length}
              hasMore={books.hasNextPage}
              loading={books.isFetchingNextPage}
              onMore={() => void books.fetchNextPage()}
            />
          </>
        )
      }
    </QueryView>
  );
}

function useColumns(): Column<Dto<'BookDto'>>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'edition',
      title: t('books.edition'),
      phone: 'head',
      width: 130,
      render: ({ id, edition }) => (
        <Link to={`/books/${id}`} className="cell-main" tabIndex={-1}>
          {t('books.editionIs', { edition })}
        </Link>
      ),
    },
    {
      key: 'volume',
      title: t('books.volume'),
      width: 170,
      render: ({ level }) => t(`books.volumes.${level}`),
    },
    { key: 'issuer', title: t('books.issuer'), phone: 'hidden', render: (book) => book.issuer },
    { key: 'frozenOn', title: t('books.frozenOn'), width: 120, render: (book) => book.frozenOn },
    {
      key: 'count',
      title: t('books.count'),
      width: 110,
      numeric: true,
      render: ({ itemCount }) => t('books.countIs', { count: itemCount }),
    },
    {
      key: 'files',
      title: t('books.files'),
      width: 270,
      render: (book) => <BookFiles book={book} />,
    },
  ];
}
