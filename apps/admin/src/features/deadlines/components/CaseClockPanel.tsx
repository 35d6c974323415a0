import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseClock } from '../../../ui/case-clock/CaseClock';
import { dueWordsOf } from '../../../ui/due-words';
import { Provisional } from '../../../ui/DueWords';
import { Light } from '../../../ui/Light';
import { clockLimitWords } from '../../../ui/limit-words';
import { mainDeadlineOf } from '../../../ui/main-deadline';
import { useNow } from '../../../ui/use-now';
import { explainQuery } from '../api/explain';
import './clock-panel.css';
import { ExplainDrawer } from './ExplainDrawer';

interface Props {
  deadlines: Dto<'DeadlineDto'>[];
  receiptAt: string | null;
  decidedAt: string | null;
}

/** The drawn clock of a case: its main limit, with what happened on the way. */
export function CaseClockPanel({ deadlines, receiptAt, decidedAt }: Props) {
  const { t } = useTranslation();
  const main = mainDeadlineOf(deadlines);
  if (!main) {
    return (
      <section className="panel clock-panel">
        <p className="clock-words">{t('clock.none')}</p>
        <p className="soft">{t('clock.noneHint')}</p>
      </section>
    );
  }
  const transferredAt = deadlines.find(({ kind }) => kind === 'TRANSFER')?.closedAt ?? null;
  return <Drawn {...{ main, transferredAt, receiptAt, decidedAt }} />;
}

interface DrawnProps extends Omit<Props, 'deadlines'> {
  main: Dto<'DeadlineDto'>;
  transferredAt: string | null;
}

function Drawn({ main, transferredAt, receiptAt, decidedAt }: DrawnProps) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const [explaining, setExplaining] = useState(false);
  const inDays = main.limitUnit !== 'MINUTE';
  const { data } = useQuery({ ...explainQuery(main.id, main.dueAt), enabled: inDays });
  const open = main.closedAt === null;
  return (
    <section className="panel clock-panel" aria-label={t('clock.title')}>
      <div className="clock-head">
        {open && <Light light={main.light} />}
        <p className="clock-words" data-light={open ? main.light : undefined}>
          {dueWordsOf(main, now, t, i18n.language)}
        </p>
        {open && main.provisional && <Provisional />}
        <span className="clock-limit">
          {t(`deadlineKind.${main.kind}`)} {clockLimitWords(main.limitAmount, main.limitUnit, t)}
        </span>
        {inDays && (
          <Button size="small" onClick={() => setExplaining(true)}>
            {t('clock.explain')}
          </Button>
        )}
      </div>
      {inDays ? (
        <CaseClock
          deadline={main}
          days={data?.explain}
          {...{ transferredAt, receiptAt, decidedAt }}
        />
      ) : (
        <p className="soft">{t('clock.minutesLimit', { count: main.limitAmount })}</p>
      )}
      {explaining && <ExplainDrawer deadline={main} onClose={() => setExplaining(false)} />}
    </section>
  );
}
