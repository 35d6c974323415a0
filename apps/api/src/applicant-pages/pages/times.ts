import { localDateOf, localTime } from '@yikou/domain';

/** 2026年3月10日 09:30, in Shanghai. */
export function momentWords(at: Date, language: string): string {
  return `${dayWords(localDateOf(at), language)} ${localTime(at)}`;
}

const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

export function dayWords(date: string, language: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  if (language === 'en') return `${date} ${WEEKDAYS.en[weekdayOf(date)]}`;
  return `${year}年${Number(month)}月${Number(day)}日 ${WEEKDAYS.zh[weekdayOf(date)]}`;
}

export function shortDay(date: string, language: string): string {
  const [, month = '', day = ''] = date.split('-');
  const weekday = WEEKDAYS[language === 'en' ? 'en' : 'zh'][weekdayOf(date)];
  return language === 'en'
    ? `${month}-${day} ${weekday}`
    : `${Number(month)}月${Number(day)}日 ${weekday}`;
}

const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();

export { localTime };
