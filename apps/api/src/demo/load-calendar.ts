import type { Tx } from '@yikou/platform';
import { CalendarDay, PublishedYear } from '../deadlines/index.js';
import { readHolidays } from './data-files.js';

/** Fills the calendar with the years that are not there yet. */
export async function loadCalendar(tx: Tx): Promise<void> {
  const { source, years } = readHolidays();
  const known = new Set((await tx.find(PublishedYear)).map(({ year }) => year));
  for (const [text, { off, work }] of Object.entries(years)) {
    const year = Number(text);
    if (known.has(year)) continue;
    await tx.insert(PublishedYear, { year, source });
    await tx.insert(CalendarDay, [
      ...off.map(([date, name]) => ({ date, year, kind: 'OFF' as const, name })),
      ...work.map(([date, name]) => ({ date, year, kind: 'WORK' as const, name })),
    ]);
  }
}
