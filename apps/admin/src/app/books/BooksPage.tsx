import { useQuery } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHead } from '../../ui/PageHead';
import { meQuery } from '../../features/identity/api/me';
import { LEVELS } from '../../features/books/api/books';
import { BookList } from '../../features/books/components/BookList';
import { CompileDialog } from '../../features/books/components/CompileDialog';

/** All editions of both volumes (R32). */
export function BooksPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [compiling, setCompiling] = useState(false);
  const { data: me } = useQuery(meQuery);
  const level = LEVELS.find((one) => one === search.get('level'));
  const compile = me?.actions.includes('book.compile') && (
    <Button type="primary" onClick={() => setCompiling(true)}>
      {t('books.compile')}
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t('books.title')} note={t('books.intro')} actions={compile} />
      <section className="panel">
        <Tabs
          className="panel-tabs"
          activeKey={level ?? 'all'}
          onChange={(key) => setSearch(key === 'all' ? {} : { level: key }, { replace: true })}
          items={[
            { key: 'all', label: t('books.all') },
            ...LEVELS.map((key) => ({ key, label: t(`books.volumes.${key}`) })),
          ]}
        />
        <BookList level={level} />
      </section>
      {compiling && <CompileDialog onClose={() => setCompiling(false)} />}
    </div>
  );
}
