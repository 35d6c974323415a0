const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** Days off and made-up working days of one calendar, as plain sets. */
export interface PlainCalendar {
  off: ReadonlySet<string>;
  work: ReadonlySet<string>;
}

export interface PlainDeadline {
  startedAt: Date;
  amount: number;
  unit: 'WORKING_DAY' | 'CALENDAR_DAY';
  pauses: readonly { from: Date; until: Date }[];
}

const dateOf = (instant: number) => new Date(instant + SHANGHAI_MS).toISOString().slice(0, 10);
const endOf = (date: string) => Date.parse(`${date}T00:00:00Z`) + DAY_MS - SHANGHAI_MS;
const after = (date: string) => new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10);

/**
 * When a deadline ends, by walking one day after the other and asking each whether it counts: written
 * apart from the calculator, which it judges.
 */
export function walkedDue(deadline: PlainDeadline, { off, work }: PlainCalendar): Date {
  const { startedAt, amount, unit, pauses } = deadline;
  const isWorking = (date: string) =>
    !off.has(date) && (work.has(date) || ![0, 6].includes(new Date(date).getUTCDay()));
  const runs = (date: string) =>
    !pauses.some(({ from, until }) => +from < endOf(date) && endOf(date) <= +until);
  let date = dateOf(+startedAt);
  for (let counted = 0; counted < amount;) {
    date = after(date);
    if (runs(date) && (unit === 'CALENDAR_DAY' || isWorking(date))) counted += 1;
  }
  while (!isWorking(date) || !runs(date)) date = after(date);
  return new Date(endOf(date));
}
