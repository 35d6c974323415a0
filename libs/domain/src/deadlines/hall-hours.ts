import type { WorkingCalendar } from './calendar.js';
import { instantAt, localDateOf } from './local-date.js';

/** Local times of a hall, `HH:mm`. */
export interface HallHours {
  opensAt: string;
  closesAt: string;
}

/**
 * R68: whether an instant lies outside the opening hours of a hall. The closing instant itself is outside;
 * a make-up working day is a day like any other (T18).
 *
 * @throws DomainError `calendar.time_invalid`, `calendar.out_of_range`
 */
export function isOutsideHallHours(at: Date, hours: HallHours, calendar: WorkingCalendar): boolean {
  const date = localDateOf(at);
  if (!calendar.isWorkingDay(date)) return true;
  return at < instantAt(date, hours.opensAt) || at >= instantAt(date, hours.closesAt);
}
