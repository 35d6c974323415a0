import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState';
import { LoadMore } from '../../../ui/LoadMore';
import { Mark } from '../../../ui/Mark';
import { Panel } from '../../../ui/Panel';
import { QueryView } from '../../../ui/QueryView';
import { dayWords, stamp } from '../../../ui/time';
import { promisesQuery } from '../api/promises';
import { PublishPromisesDialog } from './PublishPromisesDialog';

type Version = Dto<'PublishedPromisesDto'>;

const LOOK = { COMING: 'WARNING', IN_FORCE: 'NORMAL', REPLACED: 'PAUSED' } as const;

/** Every version that a centre has published, the newest first. */
export function PromiseVersions({ unitId }: { unitId: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [publishing, setPublishing] = useState(false);
  const query = useInfiniteQuery(promisesQuery(unitId));
  const versions = query.data?.pages.flatMap((page) => page.items) ?? [];
  const mayPublish = query.data?.pages[0]?.allowedActions.includes('publish');
  const done = ({ number }: Version) => {
    setPublishing(false);
    void message.success(t('promises.published', { number }));
  };
  return (
    <QueryView query={query} rows={6}>
      {() => (
        <>
          {mayPublish && (
            <div>
              <Button type="primary" onClick={() => setPublishing(true)}>
                {t('promises.publish')}
              </Button>
            </div>
          )}
          {versions.length === 0 ? (
            <section className="panel">
              <EmptyState title={t('promises.empty')} hint={t('promises.emptyHint')} />
            </section>
          ) : (
            versions.map((version) => <OneVersion key={version.number} version={version} />)
          )}
          {versions.length > 0 && (
            <LoadMore
              shown={versions.length}
              hasMore={query.hasNextPage}
              loading={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
            />
          )}
          {publishing && (
            <PublishPromisesDialog
              unitId={unitId}
              latest={versions[0]}
              onDone={done}
              onClose={() => setPublishing(false)}
            />
          )}
        </>
      )}
    </QueryView>
  );
}

function OneVersion({ version }: { version: Version }) {
  const { t, i18n } = useTranslation();
  const { number, standing, effectiveFrom, publishedAt, publishedByName, promises } = version;
  return (
    <Panel
      title={
        <>
          {t('promises.version', { number })}{' '}
          <Mark look={LOOK[standing]}>{t(`promises.standing.${standing}`)}</Mark>
        </>
      }
      extra={
        <span className="soft">
          {t('promises.from', { date: dayWords(effectiveFrom, i18n.language) })} ·{' '}
          {t('promises.by', { at: stamp(publishedAt), name: publishedByName })}
        </span>
      }
    >
      <ol className="promises">
        {promises.map(({ title, text }, index) => (
          // Its place is what names a promise within a version that never changes.
          <li key={index}>
            <strong>{title}</strong>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
