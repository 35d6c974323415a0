import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Button, Timeline } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState';
import { QueryView } from '../../../ui/QueryView';
import { verbOf } from '../../../ui/state-of';
import { stamp } from '../../../ui/time';
import { eventsQuery } from '../api/events';
import { eventSentences } from '../event-data';

export function CaseTimeline({ subject }: { subject: Dto<'CaseDto'> }) {
  const { t } = useTranslation();
  const events = useInfiniteQuery(eventsQuery(subject.id));
  const rows = events.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <QueryView query={events} rows={5}>
      {() =>
        rows.length === 0 ? (
          <EmptyState title={t('case.timelineEmpty')} />
        ) : (
          <>
            <Timeline
              items={rows.map((event) => ({
                key: event.seq,
                color: colorOf(event.verb),
                content: <EventRow event={event} subject={subject} />,
              }))}
            />
            {events.hasNextPage && (
              <Button
                loading={events.isFetchingNextPage}
                onClick={() => void events.fetchNextPage()}
              >
                {t('case.earlier')}
              </Button>
            )}
          </>
        )
      }
    </QueryView>
  );
}

function EventRow({ event, subject }: { event: Dto<'CaseEventDto'>; subject: Dto<'CaseDto'> }) {
  const { t } = useTranslation();
  const who = [event.unitName, event.actorName].filter(Boolean).join(' ');
  return (
    <>
      <p className="timeline-head">
        <strong>{titleOf(event.verb, t)}</strong>
        <span>{who || t('case.system')}</span>
        <time className="timeline-at" dateTime={event.at}>
          {stamp(event.at)}
        </time>
      </p>
      {eventSentences(event, subject, t).map((sentence) => (
        <p key={sentence} className="timeline-data">
          {sentence}
        </p>
      ))}
    </>
  );
}

function titleOf(name: string, t: TFunction): string {
  if (name === 'CONSULT' || name === 'WARNED' || name === 'MISSED') return t(`event.${name}`);
  const verb = verbOf(name);
  return verb ? t(`verb.${verb}`) : name;
}

function colorOf(name: string): 'red' | 'gray' | 'blue' {
  if (name === 'MISSED' || name === 'refuse') return 'red';
  return name === 'WARNED' || name === 'suspend' ? 'gray' : 'blue';
}
