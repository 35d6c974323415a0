import chineseDays from 'chinese-days';

const DAY = 86_400_000;
const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/**
 * When a limit ends, worked out by chinese-days alone: nothing of ours is asked. Dates are handed over
 * as text, because that library reads the machine's zone otherwise (T18).
 *
 * @param from local date of the start
 */
export function independentDue(
  from: string,
  amount: number,
  unit: 'WORKING_DAY' | 'CALENDAR_DAY',
): string {
  let date = from;
  if (unit === 'CALENDAR_DAY') date = dateOf(at(from) + amount * DAY);
  for (let left = unit === 'WORKING_DAY' ? amount : 0; left > 0;) {
    date = dateOf(at(date) + DAY);
    if (chineseDays.isWorkday(date)) left--;
  }
  while (!chineseDays.isWorkday(date)) date = dateOf(at(date) + DAY);
  return new Date(at(date) + DAY - 8 * 3_600_000).toISOString();
}
