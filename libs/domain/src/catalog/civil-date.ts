/**
 * Civil dates of Asia/Shanghai as `YYYY-MM-DD`, which sort as text in time order. The catalog stands
 * beside the deadlines and must not import them, and needs no more than this of their calendar.
 */
export type CivilDate = string;

const DAY_MS = 86_400_000;
const instantOf = (date: CivilDate) => Date.parse(`${date}T00:00:00Z`);

/** Whether the text is a date that exists. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = instantOf(text);
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === text;
}

/** How many days the second date lies after the first; calendar days, negative when it lies before. */
export function calendarDaysFrom(first: CivilDate, second: CivilDate): number {
  return Math.round((instantOf(second) - instantOf(first)) / DAY_MS);
}

/** The day that follows; a text that is no date stays what it is, for the rule to refuse it. */
export function dayAfter(date: CivilDate): CivilDate {
  if (!isCivilDate(date)) return date;
  return new Date(instantOf(date) + DAY_MS).toISOString().slice(0, 10);
}
