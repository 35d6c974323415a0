import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { App, Button, Dropdown, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../../ui/Kbd';
import { sentenceOf } from '../../../ui/problem';
import { useHotkeys } from '../../../ui/use-hotkeys';
import { queueQuery, useQueueAct, type QueueAct } from '../api/queue';
import { useOwnCounter } from '../own-counter';
import './reception.css';
import { TransferDialog } from './TransferDialog';

/** The queue at the counter: one key calls the next or begins to serve who was called. */
export function CallBar({ unitId }: { unitId: string }) {
  const { data: queue } = useQuery(queueQuery);
  // A hall without counters has no queue.
  if (!queue || queue.counters.length === 0) return null;
  return <Bar queue={queue} unitId={unitId} />;
}

function Bar({ queue, unitId }: { queue: Dto<'QueueDto'>; unitId: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const act = useQueueAct();
  const { counter, choose } = useOwnCounter(unitId);
  const [sending, setSending] = useState(false);
  const current = queue.atCounters.find(({ counterNumber }) => counterNumber === counter);
  const perform = (how: QueueAct) =>
    act.mutate(how, { onError: (error) => void message.error(sentenceOf(error, t)) });
  const may = (verb: 'recall' | 'start' | 'skip' | 'transfer' | 'finish') =>
    current?.allowedActions.includes(verb) ?? false;
  const on = (verb: 'recall' | 'start' | 'skip' | 'finish') => {
    if (current && may(verb)) perform({ verb, ticket: current });
  };
  const onwards = () => {
    if (may('start')) on('start');
    else if (counter !== undefined) perform({ verb: 'call', counterNumber: counter });
  };
  useHotkeys({ F6: onwards, F7: () => on('recall') });
  return (
    <section className="call-bar panel no-print" aria-label={t('queue.title')}>
      <Select<number>
        aria-label={t('queue.myCounter')}
        placeholder={t('queue.chooseCounter')}
        value={counter}
        onChange={choose}
        options={queue.counters.map(({ number }) => ({
          value: number,
          label: t('queue.counter', { number }),
        }))}
      />
      <p className="call-current" role="status">
        {current ? (
          <>
            <strong className="number">{current.number}</strong>{' '}
            {t(`queue.states.${current.state}`)}
            {current.calls > 1 && ` · ${t('queue.callCount', { count: current.calls })}`}
          </>
        ) : (
          t('queue.idle')
        )}
      </p>
      <span className="call-waiting number">
        {t('queue.waiting', { count: queue.waitingCount })}
      </span>
      <span className="call-buttons">
        <Button
          type="primary"
          disabled={counter === undefined}
          loading={act.isPending}
          onClick={onwards}
        >
          {t(may('start') ? 'queue.verbs.start' : 'queue.verbs.call')}
          <Kbd>F6</Kbd>
        </Button>
        {may('recall') && (
          <Button onClick={() => on('recall')}>
            {t('queue.verbs.recall')}
            <Kbd>F7</Kbd>
          </Button>
        )}
        {may('skip') && <Button onClick={() => on('skip')}>{t('queue.verbs.skip')}</Button>}
        {may('transfer') && (
          <Button onClick={() => setSending(true)}>{t('queue.verbs.transfer')}</Button>
        )}
        {may('finish') && <Button onClick={() => on('finish')}>{t('queue.verbs.finish')}</Button>}
        {queue.skipped.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: queue.skipped.map((ticket) => ({
                key: ticket.id,
                label: `${ticket.number} ${t('queue.verbs.requeue')}`,
                onClick: () => perform({ verb: 'requeue', ticket }),
              })),
            }}
          >
            <Button>{t('queue.skipped')}</Button>
          </Dropdown>
        )}
      </span>
      {sending && current && (
        <TransferDialog
          counters={queue.counters.filter(({ number }) => number !== counter)}
          onSubmit={async (toCounter) => {
            await act.mutateAsync({ verb: 'transfer', ticket: current, toCounter });
            setSending(false);
          }}
          onClose={() => setSending(false)}
        />
      )}
    </section>
  );
}
