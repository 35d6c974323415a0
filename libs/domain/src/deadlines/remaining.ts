import type { WorkingCalendar } from './calendar.js';
import type { Due } from './due.js';
import { addDays, type LocalDate, localDateOf } from './local-date.js';

export type DeadlineState = 'RUNNING' | 'PAUSED' | 'MET' | 'MISSED' | 'CANCELLED';

/** 正常 / 预警 / 超期 / 暂停 */
export type Light = 'NORMAL' | 'WARNING' | 'OVERDUE' | 'PAUSED';

/** What the light of one deadline depends on. A case without a deadline has no light (T14). */
export interface LightFacts {
  state: DeadlineState;
  warnAt: Date;
  dueAt: Date;
  /** When the pause began that is still open; null unless PAUSED. */
  pausedAt: Date | null;
}

/**
 * The whole working days left (还剩 n 个工作日): the ends of working days in (now, dueAt]. Today counts
 * if it is a working day, so it is 1 on the due date itself; 0 once the limit has passed. The day of
 * the start never counts (D3), so a limit of N working days begins with N left.
 *
 * @throws DomainError `calendar.out_of_range`
 */
export function remainingOf(
  due: Pick<Due, 'dueAt'> & { startedAt?: Date },
  now: Date,
  calendar: WorkingCalendar,
): number {
  const from = due.startedAt ? firstCountedDay(due.startedAt, due.dueAt, now) : localDateOf(now);
  return calendar.workingDaysBetween(from, localDateOf(due.dueAt));
}

/** What is due on the very day of its start has only that day. */
function firstCountedDay(startedAt: Date, dueAt: Date, now: Date): LocalDate {
  const afterStart = addDays(localDateOf(startedAt), 1);
  const today = localDateOf(now);
  return today < afterStart && afterStart < localDateOf(dueAt) ? afterStart : today;
}

/**
 * The light at that instant. Red from the due instant on. Suspending a case that is overdue already
 * does not make it grey (T8: a pause swallows no day-end that has passed), and one that ended keeps
 * how it ended.
 */
export function lightOf(facts: LightFacts, now: Date): Light {
  const { state, warnAt, dueAt, pausedAt } = facts;
  if (state === 'MISSED') return 'OVERDUE';
  if (state === 'MET' || state === 'CANCELLED') return 'NORMAL';
  if (state === 'PAUSED') return pausedAt !== null && pausedAt >= dueAt ? 'OVERDUE' : 'PAUSED';
  if (now >= dueAt) return 'OVERDUE';
  return now >= warnAt ? 'WARNING' : 'NORMAL';
}
