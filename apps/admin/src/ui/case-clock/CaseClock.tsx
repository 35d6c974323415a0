import type { Dto } from '@yikou/api-client';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { clockLimitWords } from '../limit-words';
import { closingWords, shortStamp } from '../time';
import { useNow } from '../use-now';
import { useWidth } from '../use-width';
import './case-clock.css';
import { ClockBar, type BarFacts, type Span } from './ClockBar';
import { ClockLegend } from './ClockLegend';
import { clockDays, scaleOf } from './days';
import { placeMarks, type Mark } from './marks';

export interface CaseClockProps {
  deadline: Dto<'DeadlineDto'>;
  days?: readonly Dto<'ExplainedDayDto'>[] | undefined;
  transferredAt: string | null;
  receiptAt: string | null;
  decidedAt: string | null;
}

/** The clock of a case, drawn in working days from its start to its end. */
export function CaseClock(props: CaseClockProps) {
  const { deadline, days, transferredAt, receiptAt, decidedAt } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const now = useNow();
  const words = useClockWords(props);

  const facts = factsOf(props, now);
  const scale = scaleOf(
    clockDays(deadline.startedAt, Math.max(facts.due, facts.runTo), days),
    width,
  );
  const mark = (key: string, label: string, at: string | null, tone: Mark['tone']): Mark[] =>
    at ? [{ key, label, x: scale.at(Date.parse(at)), tone }] : [];
  const marks = placeMarks(
    [
      ...mark(
        'start',
        t(deadline.kind === 'SUPPLEMENT' ? 'clock.startAsk' : 'clock.start'),
        deadline.startedAt,
        'start',
      ),
      ...mark('transfer', t('clock.transfer'), transferredAt, 'step'),
      ...mark('upper', t('clock.upperMark'), receiptAt, 'upper'),
      ...mark('decided', t('clock.decidedMark'), decidedAt, 'done'),
      ...mark('due', t('clock.due'), deadline.dueAt, 'due'),
    ],
    width,
  );
  const today = deadline.closedAt ? null : { x: scale.at(now), label: t('clock.today') };
  return (
    <figure className="clock">
      <div ref={box}>
        {width > 0 && <ClockBar {...{ scale, facts, marks, today, width, label: words }} />}
      </div>
      <figcaption>
        <ClockLegend
          pauses={facts.pauses.length > 0}
          upper={facts.upper !== null}
          late={facts.runTo > facts.due}
        />
      </figcaption>
    </figure>
  );
}

function factsOf({ deadline, receiptAt, decidedAt }: CaseClockProps, now: number): BarFacts {
  const due = Date.parse(deadline.dueAt);
  const pauses: Span[] = deadline.pauses.map(({ from, until }) => ({
    from: Date.parse(from),
    until: until ? Date.parse(until) : now,
  }));
  return {
    started: Date.parse(deadline.startedAt),
    due,
    runTo: deadline.closedAt ? Date.parse(deadline.closedAt) : now,
    pauses,
    upper: receiptAt
      ? { from: Date.parse(receiptAt), until: decidedAt ? Date.parse(decidedAt) : due }
      : null,
  };
}

/** The drawing in words, for those who do not see it. */
function useClockWords({ deadline, transferredAt, receiptAt, decidedAt }: CaseClockProps): string {
  const { t, i18n } = useTranslation();
  return [
    t('clock.from', {
      kind: t(`deadlineKind.${deadline.kind}`),
      start: shortStamp(deadline.startedAt),
      limit: clockLimitWords(deadline.limitAmount, deadline.limitUnit, t),
      closing: closingWords(deadline.dueAt, i18n.language),
    }),
    transferredAt && t('clock.transferred', { at: shortStamp(transferredAt) }),
    receiptAt && t('clock.upper', { at: shortStamp(receiptAt) }),
    ...deadline.pauses.map(({ from, until }) =>
      until
        ? t('clock.pause', { from: shortStamp(from), until: shortStamp(until) })
        : t('clock.pauseOpen', { from: shortStamp(from) }),
    ),
    decidedAt && t('clock.decided', { at: shortStamp(decidedAt) }),
  ]
    .filter(Boolean)
    .join('');
}
