import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { meQuery } from '../../features/identity/api/me';
import { unitsQuery } from '../../features/organisation/api/units';
import { UnitSelect } from '../../features/organisation/components/UnitSelect';
import '../../features/publication/components/publication.css';
import { PromiseVersions } from '../../features/publication/components/PromiseVersions';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';

const CENTRES = ['CENTRE'] as const;

/** R76: what each centre promises; the own centre's administrator publishes it. */
export function PromisesPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { data: me } = useQuery(meQuery);
  const { data: centres } = useQuery(unitsQuery('CENTRE'));
  const chosen = search.get('unitId') ?? centres?.items.find(({ id }) => id === me?.unit.id)?.id;
  const centre = centres?.items.find(({ id }) => id === chosen);
  const publicPage = centre && (
    <a href={`/guide/centres/${encodeURIComponent(centre.code)}`} target="_blank" rel="noreferrer">
      {t('promises.openPage')}
    </a>
  );
  return (
    <div className="page">
      <PageHead
        title={t('promises.title')}
        note={t('promises.intro')}
        crumbs={[
          { label: t('publications.title'), to: '/publications' },
          { label: t('promises.title') },
        ]}
        actions={publicPage}
      />
      <div className="promises-filters" role="search">
        <UnitSelect
          kinds={CENTRES}
          value={chosen}
          onChange={(unitId) => setSearch(unitId ? { unitId } : {}, { replace: true })}
        />
      </div>
      {chosen ? (
        <PromiseVersions key={chosen} unitId={chosen} />
      ) : (
        <section className="panel">
          <EmptyState title={t('promises.choose')} hint={t('promises.chooseHint')} />
        </section>
      )}
    </div>
  );
}
