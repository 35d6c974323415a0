import type { Dto } from '@yikou/api-client';
import type { TFunction } from 'i18next';
import { words } from '../../messages/zh-CN/words';
import { deliveryWords } from '../../ui/delivery-words';

const SHOWN = [
  'outcome',
  'opinion',
  'reason',
  'remedy',
  'listedMaterials',
  'procedureKind',
  'resultNumber',
  'deliveryMethod',
  'deadlineKind',
  'colleague',
  'question',
  'days',
  'notice',
  'newFacts',
] as const;

type Shown = (typeof SHOWN)[number];

/** What was entered with an event, as labelled sentences; keys without a word stay out. */
export function eventSentences(
  event: Dto<'CaseEventDto'>,
  subject: Dto<'CaseDto'>,
  t: TFunction,
): string[] {
  return SHOWN.flatMap((key) => {
    const text = textOf(key, event.data[key], subject, t);
    return text ? [`${t(`data.${key}`)}：${text}`] : [];
  });
}

function textOf(
  key: Shown,
  value: unknown,
  subject: Dto<'CaseDto'>,
  t: TFunction,
): string | undefined {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join('、');
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  if (key === 'outcome')
    return value === 'REJECTED' ? t('outcome.REJECTED') : t('outcome.APPROVED');
  if (key === 'deliveryMethod') return deliveryWords(value, t);
  if (key === 'procedureKind') {
    return subject.specialProcedures.find(({ kind }) => kind === value)?.name;
  }
  if (key === 'deadlineKind') {
    return isDeadlineKind(value) ? t(`deadlineKind.${value}`) : undefined;
  }
  return value;
}

function isDeadlineKind(value: string): value is Dto<'DeadlineKind'> {
  return Object.hasOwn(words.deadlineKind, value);
}
