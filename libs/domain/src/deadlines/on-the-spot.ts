import { deadlineError } from './errors.js';
import { assertLimitIsPossible } from './limit.js';
import { endOfLocalDay, instantAt, type LocalDate, localDateOf } from './local-date.js';

/** When a hall serves on a day that it is open; times are local `HH:mm`. */
export interface OpeningHours {
  opensAt: string;
  closesAt: string;
  /** Such as a lunch break; within the opening hours, in any order. */
  breaks: readonly { from: string; until: string }[];
}

export interface OnTheSpotDue {
  dueAt: Date;
  warnAt: Date;
}

/**
 * When an on-the-spot case must be done: after its minutes of opening hours, at the latest when the hall
 * closes that day (R53); breaks do not count, and before the opening none has passed. A case begun at or
 * after closing, or on a day on which the hall is closed, is after-hours service (延时办理, R68): somebody
 * serves all the same, so wall time counts, and the day's end cuts it short.
 *
 * @param minutes of opening hours
 * @param isOpenDay whether the hall opens on that day at all: a working day
 * @param warnShare the share of the minutes after which the amber light comes on
 * @throws DomainError `deadline.limit_invalid`, `calendar.time_invalid`, `deadline.hours_invalid`
 */
export function onTheSpotDue(
  startedAt: Date,
  minutes: number,
  hours: OpeningHours,
  isOpenDay: boolean,
  warnShare: number,
): OnTheSpotDue {
  assertLimitIsPossible({ amount: minutes, unit: 'MINUTE' });
  const spans = servedSpans(startedAt, hours, isOpenDay);
  const available = spans.reduce((sum, span) => sum + +span.until - +span.from, 0);
  const milliseconds = Math.min(minutes * 60_000, available);
  return {
    dueAt: after(spans, milliseconds, startedAt),
    warnAt: after(spans, Math.round(milliseconds * warnShare), startedAt),
  };
}

interface Span {
  from: Date;
  until: Date;
}

/** The time from the start on in which somebody serves that day. */
function servedSpans(startedAt: Date, hours: OpeningHours, isOpenDay: boolean): Span[] {
  const date = localDateOf(startedAt);
  const open = openSpansOn(date, hours);
  const closing = open.at(-1)?.until ?? startedAt;
  if (!isOpenDay || startedAt >= closing) return [{ from: startedAt, until: endOfLocalDay(date) }];
  return open
    .filter(({ until }) => until > startedAt)
    .map(({ from, until }) => ({ from: from > startedAt ? from : startedAt, until }));
}

function openSpansOn(date: LocalDate, { opensAt, closesAt, breaks }: OpeningHours): Span[] {
  const at = (time: string) => instantAt(date, time);
  const spans: Span[] = [];
  let from = at(opensAt);
  for (const pause of [...breaks].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    spans.push(spanOf(from, at(pause.from)));
    from = at(pause.until);
  }
  return [...spans, spanOf(from, at(closesAt))];
}

function spanOf(from: Date, until: Date): Span {
  if (from >= until) {
    throw deadlineError('deadline.hours_invalid', `${from.toISOString()} ${until.toISOString()}`);
  }
  return { from, until };
}

/** The instant at which so much of the spans has passed; with nothing to pass, the start itself. */
function after(spans: readonly Span[], milliseconds: number, startedAt: Date): Date {
  let left = milliseconds;
  if (left === 0) return startedAt;
  for (const { from, until } of spans) {
    const length = +until - +from;
    if (left <= length) return new Date(+from + left);
    left -= length;
  }
  return spans.at(-1)?.until ?? startedAt;
}
