import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState';
import { sentenceOf } from '../../../ui/problem';
import { QueryView } from '../../../ui/QueryView';
import { queueQuery, useTakeTicket, type Ticket, type TicketPriority } from '../api/queue';
import './reception.css';

const PRIORITIES = ['NONE', 'APPOINTMENT', 'ELDERLY', 'DISABLED'] as const;

/** Gives out numbers, and shows who waits and who is called where. */
export function QueuePanel() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queue = useQuery(queueQuery);
  const take = useTakeTicket();
  const press = (priority: TicketPriority) =>
    take.mutate(priority, {
      onError: (error) => void message.error(sentenceOf(error, t)),
    });
  return (
    <div className="queue">
      <div className="queue-take" role="group" aria-label={t('queue.take')}>
        {PRIORITIES.map((priority) => (
          <Button
            key={priority}
            size="large"
            type={priority === 'NONE' ? 'primary' : 'default'}
            loading={take.isPending && take.variables === priority}
            onClick={() => press(priority)}
          >
            {t(`queue.priorities.${priority}`)}
          </Button>
        ))}
      </div>
      {take.data && (
        <p className="queue-taken" role="status">
          {t('queue.taken', { number: take.data.number, ahead: take.data.ahead })}
        </p>
      )}
      <QueryView query={queue} rows={6}>
        {({ unitCode, waiting, waitingCount, atCounters, skipped }) => (
          <>
            <Tickets title={t('queue.atCounters')} tickets={atCounters} />
            {waitingCount === 0 ? (
              <EmptyState title={t('queue.nobody')} hint={t('queue.nobodyHint')} />
            ) : (
              <Tickets
                title={`${t('queue.waitingList')} · ${t('queue.waiting', { count: waitingCount })}`}
                tickets={waiting}
              />
            )}
            <Tickets title={t('queue.skipped')} tickets={skipped} />
            <a href={`/hall/${unitCode}`} target="_blank" rel="noreferrer">
              {t('queue.display')}
            </a>
          </>
        )}
      </QueryView>
    </div>
  );
}

function Tickets({ title, tickets }: { title: string; tickets: Ticket[] }) {
  const { t } = useTranslation();
  if (tickets.length === 0) return null;
  return (
    <section>
      <h3 className="queue-head">{title}</h3>
      <ul className="queue-list" aria-label={title}>
        {tickets.map((one) => (
          <li key={one.id}>
            <strong className="number">{one.number}</strong>
            <span>
              {one.counterNumber === null
                ? t('queue.minutes', { count: one.waitedMinutes })
                : `${t('queue.counter', { number: one.counterNumber })} · ${t(`queue.states.${one.state}`)}`}
            </span>
            <span className="soft">
              {one.priority !== 'NONE' && t(`queue.priorities.${one.priority}`)}
              {one.targetCounter !== null &&
                one.counterNumber === null &&
                ` ${t('queue.sentTo', { number: one.targetCounter })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
