import { assertLimitIsPossible } from './limit.js';
import { addMinutes, endOfLocalDay, instantAt, localDateOf } from './local-date.js';

/**
 * When an on-the-spot case must be done: after its minutes, at the latest when the hall closes that
 * day (R53). A case begun at or after closing is after-hours service (延时办理, R68): no closing
 * time cuts it short, but the day's end does.
 *
 * @param minutes wall time
 * @param closesAt the hall's closing time on that day, `HH:mm`
 * @throws DomainError `deadline.limit_invalid`, `calendar.time_invalid`
 */
export function onTheSpotDueAt(startedAt: Date, minutes: number, closesAt: string): Date {
  assertLimitIsPossible({ amount: minutes, unit: 'MINUTE' });
  const date = localDateOf(startedAt);
  const closing = instantAt(date, closesAt);
  const latest = startedAt < closing ? closing : endOfLocalDay(date);
  const afterMinutes = addMinutes(startedAt, minutes);
  return afterMinutes < latest ? afterMinutes : latest;
}
