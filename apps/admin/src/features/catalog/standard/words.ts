import type { Dto } from '@yikou/api-client';
import type { TFunction } from 'i18next';
import { standard } from '../../../messages/zh-CN/standard';
import { words } from '../../../messages/zh-CN/words';
import { deliveryWords } from '../../../ui/delivery-words';

export type Standard = Dto<'StandardDto'>;

/** Whether a name that the server chose is one that we have a word for; others are shown as they came. */
function isOneOf<Names extends object>(names: Names, name: string): name is string & keyof Names {
  return Object.hasOwn(names, name);
}

/** The words for a path: `materials.2.name` is 申请材料 第 3 项：材料名称. */
export function fieldWords(path: string, t: TFunction): string {
  const parts = path.split('.');
  const place = parts.find((part) => /^\d+$/.test(part));
  const key = parts.filter((part) => !/^\d+$/.test(part)).join('_');
  const name = labelOf(key, t) ?? path;
  if (place === undefined) return name;
  const list = labelOf(parts[0] ?? '', t) ?? '';
  const nth = `${list} ${t('standardWords.nth', { count: Number(place) + 1 })}`;
  return key === parts[0] ? nth : `${nth}：${name}`;
}

function labelOf(key: string, t: TFunction): string | null {
  return isOneOf(standard.standardField, key) ? t(`standardField.${key}`) : null;
}

const ENUMERATED = {
  role: standard.stepRole,
  class: standard.itemClass,
  unit: standard.dayUnit,
  level: words.level,
  handlingKind: words.handlingKind,
  closure: words.closure,
  form: words.form,
  confidence: words.confidence,
  serviceObjects: standard.serviceObjectCode,
  featuredTags: standard.featuredTag,
  kind: standard.procedureKind,
} as const;
const NAMESPACE = {
  role: 'stepRole',
  class: 'itemClass',
  unit: 'dayUnit',
  level: 'level',
  handlingKind: 'handlingKind',
  closure: 'closure',
  form: 'form',
  confidence: 'confidence',
  serviceObjects: 'serviceObjectCode',
  featuredTags: 'featuredTag',
  kind: 'procedureKind',
} as const;

/** A code as a person reads it, by the field that it stands in. */
export function codeWords(field: string, code: string, t: TFunction): string {
  if (field === 'deliveryMethods') return deliveryWords(code, t);
  if (!isOneOf(ENUMERATED, field) || !isOneOf(ENUMERATED[field], code)) return code;
  // The key is put together out of names that the lists have; TypeScript cannot follow it there.
  return t(`${NAMESPACE[field]}.${String(code)}` as 'stepRole.COUNTER_CLERK');
}

/** Any value of a content in words, for a comparison. */
export function valueWords(field: string, value: unknown, t: TFunction): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'number') {
    return field === 'amountFen' ? yuanOf(value) : String(value);
  }
  if (typeof value === 'string') return codeWords(field, value, t);
  if (Array.isArray(value)) return value.map((one) => valueWords(field, one, t)).join('；');
  return Object.entries(value)
    .map(([key, part]) => [key, valueWords(key, part, t)] as const)
    .filter(([, said]) => said !== '')
    .map(([key, said]) => `${partWords(field, key, t)}：${said}`)
    .join('\n');
}

function partWords(list: string, key: string, t: TFunction): string {
  return labelOf(`${list}_${key}`, t) ?? labelOf(`steps_${list}_${key}`, t) ?? key;
}

export function yuanOf(fen: number): string {
  return (fen / 100).toFixed(2);
}
