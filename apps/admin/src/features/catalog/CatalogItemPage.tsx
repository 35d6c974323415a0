import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { QueryView } from '../../ui/QueryView';
import { entryQuery } from './api/entry';
import { versionContentQuery } from './api/version-content';
import { EntryActions } from './browse/EntryActions';
import { EntryDocuments } from './browse/EntryDocuments';
import { PickTwo } from './browse/PickTwo';
import { StandingTag, VersionTimeline } from './browse/VersionTimeline';
import { StandardView } from './standard/StandardView';

/** An item with every element of a version, by itself the one in force, and all its versions. */
export function CatalogItemPage() {
  const { code = '' } = useParams();
  const entry = useQuery(entryQuery(code));
  return (
    <div className="page">
      <QueryView query={entry} rows={14}>
        {(data) => <Entry entry={data} />}
      </QueryView>
    </div>
  );
}

function Entry({ entry }: { entry: Dto<'CatalogEntryDto'> }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { versions, draft } = entry;
  const asked = versions.find(({ id }) => id === search.get('version'));
  const shown = asked ?? versions.find(({ current }) => current) ?? versions[0];
  return (
    <>
      <PageHead
        title={entry.name}
        beside={shown && <StandingTag standing={shown.standing} />}
        note={shown && t('entry.shown', { number: shown.number })}
        crumbs={[{ label: t('listing.title'), to: '/catalog' }, { label: entry.code }]}
        actions={<EntryActions entry={entry} />}
      />
      {draft && (
        <Alert
          type="info"
          showIcon
          title={t('entry.inProgress', {
            number: draft.number,
            stage: t(`stage.${draft.stage}`),
          })}
          action={<Link to={`/catalog/drafts/${draft.id}`}>{t('entry.openDraft')}</Link>}
        />
      )}
      <div className="catalog-columns">
        {shown && <Content id={shown.id} />}
        <aside className="catalog-side">
          <Panel title={t('entry.timeline')}>
            <VersionTimeline
              versions={versions}
              shown={shown?.id}
              onShow={(id) => setSearch({ version: id }, { replace: true })}
            />
          </Panel>
          <Panel title={t('listing.compare')}>
            <PickTwo key={draft?.id} entry={entry} />
          </Panel>
          <EntryDocuments code={entry.code} />
        </aside>
      </div>
    </>
  );
}

function Content({ id }: { id: string }) {
  const content = useQuery(versionContentQuery(id));
  return (
    <QueryView query={content} rows={14}>
      {({ standard }) => <StandardView standard={standard} />}
    </QueryView>
  );
}
