import { deadlineError } from './errors.js';

/** A civil date of Asia/Shanghai, `YYYY-MM-DD`; as text it sorts in time order (T18). */
export type LocalDate = string;

const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/**
 * Shanghai has been UTC+8 without summer time since 1992, and the calendar starts in 2016: a fixed
 * offset needs no zone database and cannot pick up the machine's zone (T18).
 */
const SHANGHAI_OFFSET_MS = 8 * 60 * MINUTE_MS;

const DATE_FORM = /^\d{4}-\d{2}-\d{2}$/;
const TIME_FORM = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** Whether the text is a date that exists, such as 2024-02-29 and not 2025-02-29. */
export function isLocalDate(text: string): boolean {
  if (!DATE_FORM.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && dateOfDayNumber(instant / DAY_MS) === text;
}

/**
 * The number of the day, counted from 1970-01-01 as 0.
 *
 * @throws DomainError `calendar.date_invalid`
 */
export function dayNumberOf(date: LocalDate): number {
  if (!isLocalDate(date)) throw deadlineError('calendar.date_invalid', date);
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The date with that day number. The inverse of {@link dayNumberOf}. */
export function dateOfDayNumber(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The date on the wall calendar in Shanghai at that instant. */
export function localDateOf(instant: Date): LocalDate {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The time on the wall clock in Shanghai at that instant, `HH:mm`. */
export function localTime(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);
}

/**
 * 00:00 of the date in Shanghai.
 *
 * @throws DomainError `calendar.date_invalid`
 */
export function startOfLocalDay(date: LocalDate): Date {
  return new Date(dayNumberOf(date) * DAY_MS - SHANGHAI_OFFSET_MS);
}

/**
 * 24:00 of the date in Shanghai (民法典 §203), the same instant as 00:00 of the next day.
 *
 * @throws DomainError `calendar.date_invalid`
 */
export function endOfLocalDay(date: LocalDate): Date {
  return new Date(startOfLocalDay(date).getTime() + DAY_MS);
}

/**
 * The instant of a wall-clock time in Shanghai.
 *
 * @param time `HH:mm`, from 00:00 to 24:00
 * @throws DomainError `calendar.date_invalid`, `calendar.time_invalid`
 */
export function instantAt(date: LocalDate, time: string): Date {
  const match = TIME_FORM.exec(time);
  if (match === null) throw deadlineError('calendar.time_invalid', time);
  const [, hours = '24', minutes = '00'] = match;
  const minutesOfDay = Number(hours) * 60 + Number(minutes);
  return new Date(startOfLocalDay(date).getTime() + minutesOfDay * MINUTE_MS);
}

/** The instant that many minutes later. */
export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * MINUTE_MS);
}

/**
 * The date n days later, or earlier when n is negative. Calendar days, not working days.
 *
 * @throws DomainError `calendar.date_invalid`
 */
export function addDays(date: LocalDate, n: number): LocalDate {
  return dateOfDayNumber(dayNumberOf(date) + n);
}
