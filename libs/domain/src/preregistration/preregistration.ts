import { localDateOf, type LocalDate, type WorkingCalendar } from '../deadlines/index.js';
import { preregistrationError } from './errors.js';

export const PREREGISTRATION_STATES = ['SENT', 'REGISTERED', 'EXPIRED'] as const;
export type PreregistrationState = (typeof PREREGISTRATION_STATES)[number];

/** Working days for which data wait for the visit; afterwards they are deleted. */
export const KEPT_WORKING_DAYS = 10;
/** Of one person, not yet opened. */
export const MOST_OPEN = 3;
/** From one network address in a day; a whole village may stand behind one. */
export const PREREGISTRATIONS_A_DAY = 30;
/** Files of one preregistration, and what they may weigh together. */
export const MOST_FILES = 20;
export const MOST_BYTES = 60 * 1024 * 1024;

/**
 * The last day on which it can be opened: ten working days, counted from the day after it was sent. No
 * clock of a case runs meanwhile (R71).
 */
export function lastDayOf(sentAt: Date, calendar: WorkingCalendar): LocalDate {
  return calendar.nthWorkingDayAfter(localDateOf(sentAt), KEPT_WORKING_DAYS);
}

/** @throws DomainError `preregistration.over` */
export function preregistrationIsOpen(
  { state, lastDay }: { state: PreregistrationState; lastDay: LocalDate },
  today: LocalDate,
): void {
  if (state !== 'SENT' || lastDay < today) throw preregistrationError('preregistration.over');
}

/** @throws DomainError `preregistration.too_many_open`, `preregistration.too_many` */
export function preregistrationMayBeSent(counts: { open: number; fromAddress: number }): void {
  if (counts.fromAddress >= PREREGISTRATIONS_A_DAY)
    throw preregistrationError('preregistration.too_many');
  if (counts.open >= MOST_OPEN) throw preregistrationError('preregistration.too_many_open');
}

/** @throws DomainError `preregistration.files_full` */
export function fileMayBeAdded(counts: { files: number; bytes: number }, more: number): void {
  if (counts.files >= MOST_FILES || counts.bytes + more > MOST_BYTES)
    throw preregistrationError('preregistration.files_full');
}
