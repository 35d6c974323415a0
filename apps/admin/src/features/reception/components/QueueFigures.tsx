import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { DataList, type Column } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { Facts } from '../../../ui/Facts';
import { QueryView } from '../../../ui/QueryView';
import { queueStatisticsQuery } from '../api/queue';

type Hour = Dto<'QueueHourDto'>;

/** How long people waited in a hall on a day (R40). */
export function QueueFigures({ unitId, day }: { unitId: string; day: string }) {
  const { t } = useTranslation();
  const figures = useQuery(queueStatisticsQuery(unitId, day));
  const minutes = (count: number | null) =>
    count === null ? null : t('hallFigures.minutes', { count });
  const columns: Column<Hour>[] = [
    {
      key: 'hour',
      title: t('hallFigures.hour'),
      phone: 'head',
      render: ({ hour }) => t('hallFigures.hourWords', { from: hour, until: hour + 1 }),
    },
    { key: 'taken', title: t('hallFigures.taken'), numeric: true, render: ({ taken }) => taken },
    {
      key: 'average',
      title: t('hallFigures.average'),
      numeric: true,
      render: ({ averageWait }) => minutes(averageWait) ?? '—',
    },
  ];
  return (
    <QueryView query={figures} rows={5}>
      {(found) =>
        found.taken === 0 ? (
          <EmptyState title={t('hallFigures.noTickets')} />
        ) : (
          <>
            <Facts
              facts={[
                [t('hallFigures.taken'), found.taken],
                [t('hallFigures.called'), found.called],
                [t('hallFigures.waiting'), found.waitingCount],
                [t('hallFigures.skipped'), found.skipped],
                [t('hallFigures.average'), minutes(found.averageWait)],
                [t('hallFigures.p90'), minutes(found.p90Wait)],
                [t('hallFigures.longest'), minutes(found.longestWait)],
              ]}
            />
            <DataList
              label={t('hallFigures.hour')}
              rows={found.hours}
              columns={columns}
              rowKey={({ hour }) => String(hour)}
            />
          </>
        )
      }
    </QueryView>
  );
}
