import { paperCountsOf, type ItemStandard } from '@yikou/domain';
import {
  CLOSURE_WORDS,
  CONFIDENCE_WORDS,
  DELIVERY_WORDS,
  FORM_WORDS,
  KIND_WORDS,
  LEVEL_WORDS,
  PROCEDURE_WORDS,
  ROLE_WORDS,
  UNIT_WORDS,
  wordFor,
} from '../words.js';

/** Where the standard says nothing. */
export const UNSAID = '—';

type Limit = ItemStandard['limits']['promised'];
type Step = ItemStandard['steps'][number];
type Material = ItemStandard['materials'][number];
type Procedure = ItemStandard['specialProcedures'][number];

const FEN_A_YUAN = 100;

/** What a printer can set: control characters have no shape. */
export function printable(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[^\P{C}\n\u200d]/gu, '')
    .trim();
}

export function said(text: string | null): string {
  return printable(text ?? '') || UNSAID;
}

export function daysOf({ amount, unit }: Limit): string {
  return amount === null ? UNSAID : `${amount}个${UNIT_WORDS[unit]}`;
}

/** What the district promises: minutes at the counter for an INSTANT item (R53), else days. */
export function promiseOf({ handlingKind, limits }: ItemStandard): string {
  if (handlingKind !== 'INSTANT') return daysOf(limits.promised);
  const { onTheSpotMinutes } = limits;
  return onTheSpotMinutes === null ? '当场办结' : `当场办结（${onTheSpotMinutes}分钟内）`;
}

export function statutoryOf({ limits: { statutory, statutoryNote } }: ItemStandard): string {
  const note = printable(statutoryNote);
  if (statutory.amount === null) return note || UNSAID;
  return note ? `${daysOf(statutory)}（${note}）` : daysOf(statutory);
}

export function feeOf({ fee }: ItemStandard): string {
  if (fee === null) return UNSAID;
  const amount = fee.amountFen ? `${fee.amountFen / FEN_A_YUAN}元` : '';
  const told = [amount, printable(fee.amount ?? '')].filter(Boolean).join('，');
  const basis = printable(fee.basis ?? '');
  const parts = [told, basis && `依据：${basis}`].filter(Boolean).join('；');
  const word = fee.charged ? '收费' : '不收费';
  return parts ? `${word}（${parts}）` : word;
}

/** The standard lists 无需材料 as a material of which none is asked for. */
export function needOf({ required, copies }: Pick<Material, 'required' | 'copies'>): string {
  if (copies === 0 && !required) return UNSAID;
  return required ? '必备' : '按需';
}

export function paperOf(material: Pick<Material, 'form' | 'copies' | 'required'>): string {
  if (material.copies === 0 && !material.required) return UNSAID;
  const { originals, copies } = paperCountsOf(material);
  const counted = [originals > 0 && `原件${originals}份`, copies > 0 && `复印件${copies}份`];
  return counted.filter(Boolean).join('、') || FORM_WORDS[material.form];
}

/** What else an applicant should know of a material. */
export function adviceOn({ source, note, reusable }: Material): string {
  const told = [source && `来源：${source}`, note, reusable && '一次提交、重复使用'];
  return told
    .filter((part) => typeof part === 'string')
    .map(printable)
    .filter(Boolean)
    .join('；');
}

export function stepNameOf({ name, parallelGroup, onSiteInspection }: Step): string {
  const traits = [parallelGroup !== null && '并联', onSiteInspection && '现场勘查'];
  const told = traits.filter(Boolean).join('、');
  return said(name) + (told ? `（${told}）` : '');
}

export const roleOf = ({ role }: Step): string => ROLE_WORDS[role];

export function stepDaysOf({ days }: Step, { limits }: ItemStandard): string {
  return days === 0 ? UNSAID : daysOf({ amount: days, unit: limits.promised.unit });
}

/** Its kind is told where the name does not: 公示（张榜公示） would say it twice. */
export function procedureOf({ kind, name, days, unit, countsInLimit }: Procedure): string {
  const word = wordFor(PROCEDURE_WORDS, kind) ?? printable(kind);
  const called =
    name.includes(word) || name === '' ? said(name || word) : `${word}（${said(name)}）`;
  const counts = countsInLimit ? '计入办理时限' : '不计入办理时限';
  return `${called}：${daysOf({ amount: days, unit })}，${counts}。`;
}

export function basisOf({ title, article }: ItemStandard['legalBases'][number]): string {
  return `${said(title)}${printable(article)}`;
}

export const levelOf = ({ level }: ItemStandard): string => LEVEL_WORDS[level];

export function kindOf({ handlingKind }: ItemStandard): string {
  return handlingKind === null ? UNSAID : KIND_WORDS[handlingKind];
}

export function closureOf({ closure }: ItemStandard): string {
  return closure === null ? UNSAID : CLOSURE_WORDS[closure];
}

export function deliveryOf({ deliveryMethods }: ItemStandard): string {
  return said(deliveryMethods.map((code) => wordFor(DELIVERY_WORDS, code) ?? code).join('、'));
}

export function visitsOf({ onSiteVisits, visitsReason }: ItemStandard): string {
  if (onSiteVisits === null) return UNSAID;
  const reason = printable(visitsReason);
  return `${onSiteVisits}次${reason ? `（${reason}）` : ''}`;
}

/** Says so where the content is not confirmed; null where nothing is to be said. */
export function warningOf({ confidence }: ItemStandard): string | null {
  const word = wordFor(CONFIDENCE_WORDS, confidence);
  return word ? `${word}；办理时限、材料和条款以现行实施清单为准。` : null;
}

const NUMERALS = [...'零一二三四五六七八九十'];
const TEN = 10;

/** 1 → 一, 21 → 二十一; up to 99. */
export function numeralOf(number: number): string {
  const [tens, ones] = [Math.floor(number / TEN), number % TEN];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : NUMERALS[tens]}十`;
  return head + (ones === 0 && tens > 0 ? '' : NUMERALS[ones]);
}

/** 2026-01-01 → 2026年1月1日. */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
