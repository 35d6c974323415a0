/** Times are read in China Standard Time, wherever the machine believes itself to be. */
const ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;

interface LocalParts {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
}

const reader = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

function partsOf(instant: Date): LocalParts {
  const parts = Object.fromEntries(reader.formatToParts(instant).map((p) => [p.type, p.value]));
  return parts as unknown as LocalParts;
}

/** yyyy-MM-dd in Shanghai. */
export function dateOf(instant: string | Date): string {
  const { year, month, day } = partsOf(new Date(instant));
  return `${year}-${month}-${day}`;
}

/** The instant at which a local date begins. */
export function startOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00+08:00`);
}

export function nextDate(date: string): string {
  return dateOf(new Date(startOfDate(date) + DAY_MS));
}

export function previousDate(date: string): string {
  return dateOf(new Date(startOfDate(date) - DAY_MS));
}

/** The closing day and its hour: an end at 00:00 is read as 24:00 of the day before. */
export function closingOf(instant: string): { date: string; clock: string } {
  const at = new Date(instant);
  const { hour, minute } = partsOf(at);
  if (hour === '00' && minute === '00') {
    return { date: dateOf(new Date(at.getTime() - DAY_MS)), clock: '24:00' };
  }
  return { date: dateOf(at), clock: `${hour}:${minute}` };
}

/** 11月26日（周四）; with the year when it is not the running one. */
export function dayWords(date: string, language: string, today = dateOf(new Date())): string {
  const noon = new Date(startOfDate(date) + DAY_MS / 2);
  const year = date.slice(0, 4) === today.slice(0, 4) ? undefined : ('numeric' as const);
  if (language.startsWith('zh')) {
    const day = new Intl.DateTimeFormat('zh-CN', {
      timeZone: ZONE,
      year,
      month: 'long',
      day: 'numeric',
    });
    const weekday = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, weekday: 'short' });
    return `${day.format(noon)}（${weekday.format(noon)}）`;
  }
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    year,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
  }).format(noon);
}

/** 11月26日（周四）24:00 */
export function closingWords(instant: string, language: string): string {
  const { date, clock } = closingOf(instant);
  return `${dayWords(date, language)}${language.startsWith('zh') ? '' : ', '}${clock}`;
}

/** 2026-11-23 09:05 */
export function stamp(instant: string): string {
  const { year, month, day, hour, minute } = partsOf(new Date(instant));
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

/** 11-23 09:05 in the running year, with the year otherwise. */
export function shortStamp(instant: string): string {
  const full = stamp(instant);
  return full.startsWith(dateOf(new Date()).slice(0, 4)) ? full.slice(5) : full;
}
