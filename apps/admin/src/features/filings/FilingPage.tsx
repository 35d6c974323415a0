import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DueCell } from '../../ui/DueCell';
import { Facts } from '../../ui/Facts';
import { LoadMore } from '../../ui/LoadMore';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { sentenceOf } from '../../ui/problem';
import { QueryView } from '../../ui/QueryView';
import { stamp } from '../../ui/time';
import { filingQuery, filingRowsQuery, useChangeFiling } from './api';
import { FilingMark } from './FilingMark';
import { FilingRows, type RowAct } from './FilingRows';
import { SayDialog } from './SayDialog';
import './filings.css';

/** One list: what was decided, what the section asks, what the centre answers. */
export function FilingPage() {
  const { id = '' } = useParams();
  const filing = useQuery(filingQuery(id));
  return (
    <div className="page">
      <QueryView query={filing} rows={10}>
        {(shown) => <FilingView filing={shown} />}
      </QueryView>
    </div>
  );
}

function FilingView({ filing }: { filing: Dto<'FilingDto'> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const rows = useInfiniteQuery(filingRowsQuery(filing.id));
  const change = useChangeFiling();
  const [acting, setActing] = useState<RowAct>();
  const { allowedActions, week, weekEnds, openQueries } = filing;
  const acknowledge = () =>
    change.mutate(
      { does: 'acknowledge', filing },
      {
        onSuccess: () => void message.success(t('filings.acknowledged')),
        onError: (error) => void message.error(sentenceOf(error, t)),
      },
    );
  const shown = rows.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead
        title={filing.itemName}
        beside={<FilingMark state={filing.state} />}
        note={t('filings.weekWords', { from: week, until: weekEnds })}
        crumbs={[
          { label: t('filings.title'), to: '/filings' },
          { label: t('filings.weekWords', { from: week, until: weekEnds }) },
        ]}
        actions={
          allowedActions.includes('acknowledge') && (
            <Button type="primary" loading={change.isPending} onClick={acknowledge}>
              {t('filings.acknowledge')}
            </Button>
          )
        }
      />
      <Panel title={t('filings.about')}>
        <Facts
          facts={[
            [t('filings.centre'), filing.centre.name],
            [t('filings.section'), filing.section.name],
            [t('filings.sentAt'), stamp(filing.sentAt)],
            [t('filings.openQueries'), openQueries > 0 ? String(openQueries) : ''],
            [
              t('filings.due'),
              filing.deadline && !filing.deadline.closedAt && (
                <DueCell deadline={filing.deadline} />
              ),
            ],
            [
              t('filings.states.ACKNOWLEDGED'),
              filing.acknowledgedAt &&
                `${stamp(filing.acknowledgedAt)} ${filing.acknowledgedByName ?? ''}`,
            ],
          ]}
        />
      </Panel>
      <Panel title={t('filings.rows', { count: filing.caseCount })} flush>
        <QueryView query={rows} rows={5}>
          {() => (
            <>
              <FilingRows rows={shown} actions={allowedActions} onAct={setActing} />
              <LoadMore
                shown={shown.length}
                hasMore={rows.hasNextPage}
                loading={rows.isFetchingNextPage}
                onMore={() => void rows.fetchNextPage()}
              />
            </>
          )}
        </QueryView>
      </Panel>
      {acting && <SayDialog filing={filing} act={acting} onClose={() => setActing(undefined)} />}
    </>
  );
}
