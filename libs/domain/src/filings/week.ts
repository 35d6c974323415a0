import { addDays, type LocalDate } from '../deadlines/index.js';

const DAYS = 7;
/** 1970-01-05 was a Monday. */
const SOME_MONDAY = Date.parse('1970-01-05T00:00:00Z');
const DAY_MS = 86_400_000;

/** The Monday on or before a date (R51: a week runs from Monday to Sunday, Asia/Shanghai). */
export function mondayOf(date: LocalDate): LocalDate {
  const days = Math.round((Date.parse(`${date}T00:00:00Z`) - SOME_MONDAY) / DAY_MS);
  return addDays(date, -(((days % DAYS) + DAYS) % DAYS));
}

/** The Sunday of the week that begins on that Monday. */
export function sundayOf(week: LocalDate): LocalDate {
  return addDays(week, DAYS - 1);
}

/**
 * Which week is to be filed next, if it is over. After a time in which nothing ran, week after week is made up
 * for, each once, the oldest first.
 *
 * @param lastMade Monday of the last week that was filed; null before the first
 * @param firstDecided local date of the first decision under an authorisation; null where there is none
 * @param today local date
 * @returns the week's Monday, or null when no week is waiting
 */
export function nextWeekToFile(
  lastMade: LocalDate | null,
  firstDecided: LocalDate | null,
  today: LocalDate,
): LocalDate | null {
  const lastOver = addDays(mondayOf(today), -DAYS);
  const first = firstDecided === null ? lastOver : mondayOf(firstDecided);
  const next = lastMade === null ? first : addDays(lastMade, DAYS);
  return next <= lastOver ? next : null;
}
