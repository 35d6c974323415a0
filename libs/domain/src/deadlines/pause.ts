import { deadlineError } from './errors.js';
import { type LocalDate, localDateOf } from './local-date.js';

/** One suspension row (T9: rows, not a flag). The clock stands still in [from, until). */
export interface Pause {
  from: Date;
  /** null while the suspension is still open. */
  until: Date | null;
}

/** Dates from `from` up to, not including, `until`. */
export interface DateSpan {
  from: LocalDate;
  until: LocalDate;
}

/**
 * The dates whose day-ends lie inside a pause: localDate(from) <= d < localDate(until) (T8). The
 * spans are in order and apart, so that overlapping pauses never count a day twice (T11).
 *
 * @param asOf where an open pause is taken to end
 * @throws DomainError `deadline.paused_without_instant` for an open pause without `asOf`,
 *   `deadline.pause_reversed` for one that ends before it begins
 */
export function swallowedSpans(pauses: readonly Pause[], asOf?: Date): DateSpan[] {
  const merged: DateSpan[] = [];
  const spans = pauses.map((pause) => spanOf(pause, asOf)).filter((s) => s.from < s.until);
  for (const span of spans.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last === undefined || last.until < span.from) merged.push(span);
    else if (last.until < span.until) last.until = span.until;
  }
  return merged;
}

/** Whether the day's end passes while the clock stands still. */
export function isSwallowed(date: LocalDate, swallowed: readonly DateSpan[]): boolean {
  return swallowed.some(({ from, until }) => from <= date && date < until);
}

function spanOf({ from, until }: Pause, asOf: Date | undefined): DateSpan {
  if (until !== null && until < from) {
    throw deadlineError('deadline.pause_reversed', from.toISOString());
  }
  const end = until ?? asOf;
  if (end === undefined) {
    throw deadlineError('deadline.paused_without_instant', from.toISOString());
  }
  return { from: localDateOf(from), until: localDateOf(end) };
}
