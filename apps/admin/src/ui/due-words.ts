import type { Dto } from '@yikou/api-client';
import type { TFunction } from 'i18next';
import { closingWords, shortStamp } from './time';

type Deadline = Dto<'DeadlineDto'>;

const MINUTE_MS = 60_000;

/** What a clerk would say about a deadline; all facts in it come from the API. */
export function dueWordsOf(deadline: Deadline, now: number, t: TFunction, language: string): string {
  const { state, closedAt, dueAt } = deadline;
  if (state === 'CANCELLED') return t('due.cancelled');
  if (closedAt) {
    return t(state === 'MISSED' ? 'due.missed' : 'due.met', { at: shortStamp(closedAt) });
  }
  if (state === 'PAUSED') return t('due.paused');
  const closing = closingWords(dueAt, language);
  if (state === 'MISSED' || deadline.light === 'OVERDUE') return t('due.overdue', { closing });
  return t('due.at', { words: remainingWords(deadline, now, t), closing });
}

function remainingWords(deadline: Deadline, now: number, t: TFunction): string {
  const minutes = Math.max(0, Math.round((Date.parse(deadline.dueAt) - now) / MINUTE_MS));
  if (deadline.limitUnit === 'MINUTE') return t('due.leftMinutes', { minutes });
  if (deadline.remainingWorkingDays > 0) {
    return t('due.left', { count: deadline.remainingWorkingDays });
  }
  return t('due.leftHours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
