import type { Dto } from '@yikou/api-client';
import type { TFunction } from 'i18next';
import { closingWords, shortStamp } from './time';

type Deadline = Dto<'DeadlineDto'>;

const MINUTE_MS = 60_000;

export interface DuePhrases {
  /** 还剩 2 个工作日 · 已超期 · 计时已暂停 … */
  main: string;
  /** 11月26日（周四）24:00 到期; not for a clock that has stopped. */
  closing: string | null;
}

/** What a clerk would say about a deadline; all facts in it come from the API. */
export function duePhrasesOf(
  deadline: Deadline,
  now: number,
  t: TFunction,
  language: string,
): DuePhrases {
  const { state, closedAt, dueAt } = deadline;
  if (state === 'CANCELLED') return { main: t('due.cancelled'), closing: null };
  if (closedAt) {
    const at = shortStamp(closedAt);
    return { main: t(state === 'MISSED' ? 'due.missed' : 'due.met', { at }), closing: null };
  }
  if (state === 'PAUSED') return { main: t('due.paused'), closing: null };
  const closing = closingWords(dueAt, language);
  if (state === 'MISSED' || deadline.light === 'OVERDUE') {
    return { main: t('due.overdue'), closing: t('due.wasDue', { closing }) };
  }
  return { main: remainingWords(deadline, now, t), closing: t('due.at', { closing }) };
}

export function dueWordsOf(...about: Parameters<typeof duePhrasesOf>): string {
  const { main, closing } = duePhrasesOf(...about);
  const t = about[2];
  return closing ? t('due.joined', { main, closing }) : main;
}

function remainingWords(deadline: Deadline, now: number, t: TFunction): string {
  const minutes = Math.max(0, Math.round((Date.parse(deadline.dueAt) - now) / MINUTE_MS));
  if (deadline.limitUnit === 'MINUTE') return t('due.leftMinutes', { minutes });
  if (deadline.remainingWorkingDays > 0) {
    return t('due.left', { count: deadline.remainingWorkingDays });
  }
  return t('due.leftHours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
