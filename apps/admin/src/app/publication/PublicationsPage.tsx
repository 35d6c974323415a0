import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { UnitSelect } from '../../features/organisation/components/UnitSelect';
import type { PublicationFilter } from '../../features/publication/api/publications';
import '../../features/publication/components/publication.css';
import { PublicationList } from '../../features/publication/components/PublicationList';
import { SummaryTable } from '../../features/publication/components/SummaryTable';
import { publications } from '../../messages/zh-CN/publications';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';

const { channelWords, stateWords } = publications.publications;

export function PublicationsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filter: PublicationFilter = {
    unitId: search.get('unitId') ?? undefined,
    channel: known(search.get('channel'), channelWords) as PublicationFilter['channel'],
    state: known(search.get('state'), stateWords) as PublicationFilter['state'],
  };
  const change = (part: PublicationFilter) => {
    const next = Object.entries({ ...filter, ...part }).filter(([, value]) => value);
    setSearch(next, { replace: true });
  };
  return (
    <div className="page">
      <PageHead
        title={t('publications.title')}
        note={t('publications.intro')}
        actions={
          <>
            <a href="/guide" target="_blank" rel="noreferrer">
              {t('publications.openGuide')}
            </a>
            <Link to="/publications/promises">{t('promises.title')}</Link>
          </>
        }
      />
      <Panel title={t('publications.summary')}>
        <SummaryTable unitId={filter.unitId} onChoose={change} />
      </Panel>
      <section className="panel">
        <PublicationList
          filter={filter}
          onChange={change}
          place={<UnitSelect value={filter.unitId} onChange={(unitId) => change({ unitId })} />}
        />
      </section>
    </div>
  );
}

function known(value: string | null, names: object): string | undefined {
  return value !== null && Object.hasOwn(names, value) ? value : undefined;
}
