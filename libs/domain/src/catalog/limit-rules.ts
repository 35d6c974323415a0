import type { ItemStandard } from './item-standard.js';
import { endsWithinInOrdinaryWeeks, stepDaysOf, type Days } from './limit-sums.js';
import { PERMIT } from './standard-codes.js';
import { isBlank, problem, type StandardProblem } from './standard-problem.js';
import { isTransfer } from './step-place.js';

/** R53 asks for the same visit; no hall is open for longer than this in one day. */
const LONGEST_VISIT_MINUTES = 480;
/** The longest limit that the deadlines can compute, in days. */
const LONGEST_LIMIT = 3660;

const isCount = (amount: number) =>
  Number.isInteger(amount) && amount >= 0 && amount <= LONGEST_LIMIT;

export function limitsAreWholeNumbers({ limits, steps }: ItemStandard): StandardProblem[] {
  const title = '时限应是0至3660之间的整数天，请更正。';
  const amounts: [field: string, amount: number | null][] = [
    ['limits.statutory.amount', limits.statutory.amount],
    ['limits.promised.amount', limits.promised.amount],
    ...steps.map(({ days }, i): [string, number] => [`steps.${i}.days`, days]),
  ];
  return amounts
    .filter(([, amount]) => amount !== null && !isCount(amount))
    .map(([field]) => problem(field, 'catalog.limit_invalid', title));
}

/** R53: closed in the same visit, so no day is promised but minutes, and no clock can stand still. */
export function instantItemPromisesMinutes(standard: ItemStandard): StandardProblem[] {
  const { handlingKind, limits, specialProcedures } = standard;
  if (handlingKind !== 'INSTANT') return [];
  const { promised, onTheSpotMinutes: minutes } = limits;
  const found: StandardProblem[] = [];
  if (promised.amount) {
    const title = '即办件当场办结，不应有承诺天数，请改为0或改为承诺件。';
    found.push(problem('limits.promised.amount', 'catalog.instant_with_days', title));
  }
  const isVisit = (n: number) => Number.isInteger(n) && n > 0 && n <= LONGEST_VISIT_MINUTES;
  if (minutes !== null && !isVisit(minutes)) {
    const title = '即办件的现场办结时限应是1至480之间的整数分钟。';
    found.push(problem('limits.onTheSpotMinutes', 'catalog.minutes_invalid', title));
  }
  if (specialProcedures.length > 0) {
    const title = '即办件当场办结，不能有特别程序，请删去或改为承诺件。';
    found.push(problem('specialProcedures', 'catalog.instant_with_procedure', title));
  }
  return found;
}

/** T14: no limit is not a limit of 0 days. */
export function promisedItemPromisesDays({
  handlingKind,
  limits,
}: ItemStandard): StandardProblem[] {
  if (handlingKind !== 'PROMISED' || limits.promised.amount !== 0) return [];
  const title = '承诺件的承诺时限至少1天，请填写天数或改为即办件。';
  return [problem('limits.promised.amount', 'catalog.promise_of_no_days', title)];
}

/**
 * D2: the steps share the promised days out among those who work on them. More days than promised
 * cannot be kept; fewer leave days for which nobody answers.
 */
export function stepDaysAddUpToThePromise({ steps, limits }: ItemStandard): StandardProblem[] {
  const promised = limits.promised.amount;
  const sum = stepDaysOf(steps);
  if (promised === null || steps.length === 0 || sum === promised) return [];
  const title = `各环节共${sum}天（并联环节取最长），与承诺时限${promised}天不符，请调整。`;
  return [problem('steps', 'catalog.step_days_differ', title)];
}

/** R54: from the counter to the section within one working day; a calendar day is at most as long. */
export function transferTakesOneWorkingDay({ steps }: ItemStandard): StandardProblem[] {
  return steps.flatMap(({ name, days }, index) => {
    if (days <= 1 || !isTransfer(steps, index)) return [];
    const title = `转办环节“${name}”应在1个工作日内完成，请更正天数。`;
    return [problem(`steps.${index}.days`, 'catalog.transfer_too_long', title)];
  });
}

/** What is promised is at most what the law allows; mixed units as in ordinary weeks. */
export function promiseIsWithinTheStatutoryLimit(standard: ItemStandard): StandardProblem[] {
  const { promised, statutory } = daysOf(standard);
  if (!promised || !statutory || endsWithinInOrdinaryWeeks([promised], statutory)) return [];
  const title = '承诺时限长于法定时限（工作日与自然日按普通周比较），请缩短承诺时限。';
  return [problem('limits.promised.amount', 'catalog.promise_beyond_law', title)];
}

/** The engine finds a procedure by its kind, so each kind stands once. */
export function specialProceduresAreWellFormed(standard: ItemStandard): StandardProblem[] {
  const { specialProcedures } = standard;
  return specialProcedures.flatMap(({ kind, name, days }, index) => {
    const isTwice = specialProcedures.findIndex((other) => other.kind === kind) < index;
    if (!isTwice && !isBlank(kind) && !isBlank(name) && isCount(days) && days > 0) return [];
    const title = '特别程序应有种类、名称和至少1天的时限，同一种类只列一次，请更正。';
    return [problem(`specialProcedures.${index}`, 'catalog.procedure_invalid', title)];
  });
}

/** A procedure during which the clock runs on takes its days out of the promise. */
export function countedProceduresFitIntoThePromise(standard: ItemStandard): StandardProblem[] {
  const { promised } = daysOf(standard);
  const counted = standard.specialProcedures.filter(({ countsInLimit }) => countsInLimit);
  const days = counted.map(({ days: amount, unit }) => ({ amount, unit }));
  if (!promised || days.length === 0 || endsWithinInOrdinaryWeeks(days, promised)) return [];
  const title = '计入时限的特别程序合计长于承诺时限，请更正。';
  return [problem('specialProcedures', 'catalog.procedures_beyond_promise', title)];
}

/** 行政许可法 §45: hearing, bidding, auction, inspection, testing, quarantine, appraisal, expert review. */
const PAUSES_OF_SECTION_45 = [
  'HEARING',
  'BIDDING',
  'AUCTION',
  'INSPECTION',
  'TESTING',
  'QUARANTINE',
  'APPRAISAL',
  'EXPERT_REVIEW',
];

/**
 * 行政许可法 §45 stops the clock of a permit for its own list only. Anything else outside the limit, such
 * as a public notice, pauses the promise and not the law: the promise and it together must fit into the
 * statutory limit. Items of other categories follow their own rules (低保公示 stands outside the 30 days).
 */
export function permitPausesOnlyByLaw(standard: ItemStandard): StandardProblem[] {
  const { promised, statutory } = daysOf(standard);
  if (standard.category.code !== PERMIT || !promised || !statutory) return [];
  const others = standard.specialProcedures.filter(
    ({ kind, countsInLimit }) => !countsInLimit && !PAUSES_OF_SECTION_45.includes(kind),
  );
  const days = others.map(({ days: amount, unit }) => ({ amount, unit }));
  if (days.length === 0 || endsWithinInOrdinaryWeeks([promised, ...days], statutory)) return [];
  const names = others.map(({ name }) => name).join('、');
  const title = `${names}不在行政许可法第四十五条之列，与承诺时限合计不得超过法定时限，请缩短。`;
  return [problem('specialProcedures', 'catalog.pause_without_law', title)];
}

function daysOf({ limits }: ItemStandard): { promised: Days | null; statutory: Days | null } {
  const daysIn = ({ amount, unit }: ItemStandard['limits']['promised']): Days | null =>
    amount !== null && isCount(amount) ? { amount, unit } : null;
  return { promised: daysIn(limits.promised), statutory: daysIn(limits.statutory) };
}
