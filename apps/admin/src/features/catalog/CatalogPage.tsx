import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHead } from '../../ui/PageHead';
import { useDebounced } from '../../ui/use-debounced';
import type { ItemFilter } from './api/items';
import { vocabularyQuery } from './api/vocabulary';
import { CatalogFilters, CHOICES } from './browse/CatalogFilters';
import { CatalogList } from './browse/CatalogList';
import { ComposeDialog } from './browse/ComposeDialog';
import { CatalogTabs } from './components/CatalogTabs';

const CHOSEN = Object.keys(CHOICES) as (keyof typeof CHOICES)[];

/** The filter lives in the address, so that going back to the list finds it as it was. */
export function CatalogPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [composing, setComposing] = useState(false);
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const mayCompose = vocabulary?.allowedActions.includes('compose') ?? false;
  const shown = filterOf(search);
  const q = useDebounced(shown.q?.trim());
  const change = (part: ItemFilter) => {
    const pairs = Object.entries({ ...shown, ...part }).filter(([, value]) => value);
    setSearch(pairs, { replace: true });
  };
  return (
    <div className="page">
      <PageHead
        title={t('listing.title')}
        note={t('listing.intro')}
        actions={
          mayCompose && (
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => setComposing(true)}
            >
              {t('listing.compose')}
            </Button>
          )
        }
      />
      <CatalogTabs />
      <section className="panel">
        <CatalogFilters filter={shown} onChange={change} />
        <CatalogList filter={{ ...shown, q }} />
      </section>
      {composing && <ComposeDialog onClose={() => setComposing(false)} />}
    </div>
  );
}

function filterOf(search: URLSearchParams): ItemFilter {
  const chosen = CHOSEN.flatMap((name) => {
    const value = search.get(name);
    return value && (CHOICES[name] as readonly string[]).includes(value) ? [[name, value]] : [];
  });
  return {
    q: search.get('q') ?? undefined,
    theme: search.get('theme') ?? undefined,
    ...(Object.fromEntries(chosen) as ItemFilter),
  };
}
