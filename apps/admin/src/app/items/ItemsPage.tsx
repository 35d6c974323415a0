import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ItemFilter } from '../../features/catalog/api/items';
import { ItemList } from '../../features/catalog/components/ItemList';
import { ItemFilters } from '../../features/catalog/ItemFilters';
import { UnitSelect } from '../../features/organisation/components/UnitSelect';
import { PageHead } from '../../ui/PageHead';
import { useDebounced } from '../../ui/use-debounced';

const FIELDS = ['q', 'level', 'theme', 'offeredBy'] as const;

/** The filter lives in the address, so that a list can be sent to somebody. */
export function ItemsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const shown: ItemFilter = {
    q: search.get('q') ?? undefined,
    level: (search.get('level') as Dto<'ItemLevel'> | null) ?? undefined,
    theme: search.get('theme') ?? undefined,
    offeredBy: search.get('offeredBy') ?? undefined,
  };
  const q = useDebounced(shown.q?.trim());
  const change = (part: ItemFilter) => {
    const next = { ...shown, ...part };
    const pairs = FIELDS.flatMap((name) => (next[name] ? [[name, next[name]]] : []));
    setSearch(pairs as [string, string][], { replace: true });
  };
  return (
    <div className="page">
      <PageHead title={t('items.title')} note={t('items.intro')} />
      <section className="panel">
        <ItemFilters
          filter={shown}
          onChange={change}
          place={
            <UnitSelect value={shown.offeredBy} onChange={(offeredBy) => change({ offeredBy })} />
          }
        />
        <ItemList filter={{ ...shown, q }} />
      </section>
    </div>
  );
}
