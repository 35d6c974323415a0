import type { Dto } from '@yikou/api-client';
import { dateOf, nextDate, startOfDate } from '../time';

type ExplainedDay = Dto<'ExplainedDayDto'>;

/** One day of the bar: rest days are drawn narrow, because the clock does not count them. */
export interface ClockDay {
  date: string;
  start: number;
  end: number;
  weight: number;
  rest: boolean;
  ordinal: number | null;
}

const REST_WEIGHT = 0.4;
const FIRST_WEIGHT = 0.7;
const MOST_DAYS = 800;

/** From the day the clock started to its end; by the explained days where they are known. */
export function clockDays(
  startedAt: string,
  endsAt: number,
  explained: readonly ExplainedDay[] = [],
): ClockDay[] {
  const byDate = new Map(explained.map((day) => [day.date, day]));
  const first = dateOf(startedAt);
  const days: ClockDay[] = [];
  for (let date = first; days.length < MOST_DAYS; date = nextDate(date)) {
    const start = startOfDate(date);
    if (start >= endsAt && days.length > 0) break;
    const told = byDate.get(date);
    const rest = isRest(date, told);
    days.push({
      date,
      start,
      end: startOfDate(nextDate(date)),
      weight: rest ? REST_WEIGHT : date === first ? FIRST_WEIGHT : 1,
      rest,
      ordinal: told?.ordinal ?? null,
    });
  }
  return days;
}

/** Beyond the explained days only the look is at stake: Saturday and Sunday are drawn as rest. */
function isRest(date: string, told: ExplainedDay | undefined): boolean {
  if (told) return !told.counted && (told.kind === 'REST_DAY' || told.kind === 'HOLIDAY');
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

export interface PlacedDay extends ClockDay {
  x: number;
  width: number;
}

export interface Scale {
  days: PlacedDay[];
  /** Pixels from the left for an instant; outside the bar, its nearer end. */
  at: (instant: number) => number;
}

export function scaleOf(days: readonly ClockDay[], width: number): Scale {
  const whole = days.reduce((sum, day) => sum + day.weight, 0);
  let x = 0;
  const placed = days.map((day) => {
    const own = (day.weight / whole) * width;
    const here = { ...day, x, width: own };
    x += own;
    return here;
  });
  const at = (instant: number) => {
    const day = placed.find((one) => instant < one.end);
    if (!day) return width;
    const share = Math.max(0, (instant - day.start) / (day.end - day.start));
    return day.x + share * day.width;
  };
  return { days: placed, at };
}
