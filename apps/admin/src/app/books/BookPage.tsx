import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Facts } from '../../ui/Facts';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { QueryView } from '../../ui/QueryView';
import { bookQuery } from '../../features/books/api/books';
import '../../features/books/components/book-files.css';
import { BookChanges } from '../../features/books/components/BookChanges';
import { BookFiles } from '../../features/books/components/BookFiles';
import { BookItems } from '../../features/books/components/BookItems';

/** One frozen edition: its files, what it changed, what it holds (R32). */
export function BookPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useQuery(bookQuery(id));
  return (
    <div className="page">
      <QueryView query={query} rows={12}>
        {(book) => (
          <>
            <PageHead
              title={`${t(`books.volumes.${book.level}`)} ${t('books.editionIs', { edition: book.edition })}`}
              note={book.district}
              crumbs={[
                { label: t('books.title'), to: '/books' },
                { label: t('books.editionIs', { edition: book.edition }) },
              ]}
            />
            <Panel title={t('books.files')}>
              <BookFiles book={book} />
              <Facts
                facts={[
                  [t('books.issuer'), book.issuer],
                  [t('books.frozenOn'), book.frozenOn],
                  [t('books.count'), t('books.countIs', { count: book.itemCount })],
                  [
                    t('books.hash'),
                    <span key="hash" className="book-hash" title={t('books.hashNote')}>
                      {book.contentHash}
                    </span>,
                  ],
                ]}
              />
            </Panel>
            <BookChanges key={book.id} book={book} />
            <Panel title={t('books.items')} flush>
              <BookItems id={book.id} />
            </Panel>
          </>
        )}
      </QueryView>
    </div>
  );
}
