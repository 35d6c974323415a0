import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/Panel';
import { QueryView } from '../../../ui/QueryView';
import { bookChangesQuery, booksQuery } from '../api/books';
import { ChangeList } from './ChangeList';

/** An edition beside another of its volume: the one before, or whichever is chosen. */
export function BookChanges({ book }: { book: Dto<'BookDto'> }) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(book.previousId);
  const editions = useInfiniteQuery(booksQuery(book.level));
  const others = editions.data?.pages.flatMap((page) => page.items) ?? [];
  const choices = others
    .filter(({ id }) => id !== book.id)
    .map(({ id, edition }) => ({ value: id, label: t('books.editionIs', { edition }) }));
  const extra = choices.length > 0 && (
    <Select
      aria-label={t('books.compareWith')}
      value={from}
      placeholder={t('books.compareWith')}
      options={choices}
      onChange={setFrom}
    />
  );
  return (
    <Panel title={t('books.changesTitle')} extra={extra} flush={from !== null}>
      {from === null ? <p>{t('books.firstEdition')}</p> : <Changes id={book.id} from={from} />}
    </Panel>
  );
}

function Changes({ id, from }: { id: string; from: string }) {
  const { t } = useTranslation();
  const changes = useQuery(bookChangesQuery(id, from));
  return (
    <QueryView query={changes} rows={3}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="panel-note">{t('books.noChanges')}</p>
        ) : (
          <ChangeList label={t('books.changesTitle')} changes={items} />
        )
      }
    </QueryView>
  );
}
