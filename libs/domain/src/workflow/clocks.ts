import type { ClockChanges, ClockStart, DeadlineKind, Limit } from '../deadlines/index.js';
import { parallelStagesAt, type ItemRules } from '../catalog/index.js';
import { isAbove } from '../organisation/index.js';
import { type CaseFacts, type CaseStage, type Situation } from './facts.js';
import { CASE_LIFE, type Transition } from './life.js';
import { specialProcedureOf } from './rules.js';
import type { VerbInput } from './verb-input.js';
import { tasksBeside } from './task-rules.js';
import type { CaseVerb } from './states.js';

/** Days to hand the transfer on (R54), to upload (R58: the same working day), to deliver (行政许可法 §44). */
const TRANSFER_DAYS = 1;
const UPLOAD_DAYS = 0;
const DELIVERY_DAYS = 10;
/** Working days an applicant has for the supplement, unless the centre sets another limit (T15). */
const SUPPLEMENT_DAYS = 10;
/** 行政许可法 §32: days to tell the applicant everything that is missing. */
const NOTICE_DAYS = 5;

const workingDays = (amount: number): Limit => ({ amount, unit: 'WORKING_DAY' });

/** Of clocks that run side by side these concern the one of their task. */
const ofOnePart: readonly CaseVerb[] = ['complete', 'extend'];

/** Which clocks start, stop, pause and resume with a verb: the table's row, made concrete by the stage. */
export function clocksOf(
  at: Situation,
  verb: CaseVerb,
  nextIndex: number,
  input: VerbInput,
): ClockChanges {
  const { clocks, to }: Transition = CASE_LIFE[verb];
  const next = at.stages[nextIndex] ?? at.stage;
  const mayStart = new Set<DeadlineKind>(clocks.start ?? []);
  const ended = to === 'REFUSED' || to === 'WITHDRAWN' || to === 'TERMINATED';
  return {
    start: startsOf(at, verb, nextIndex).filter(({ kind }) => mayStart.has(kind)),
    stop: stopsOf(at, clocks.stop ?? [], next),
    stopAs: ended || verb === 'returnToCounter' ? 'CANCELLED' : 'MET',
    pause: clocks.pause === true && !specialProcedureOf(at, input).countsInLimit,
    resume: clocks.resume === true,
    holderUnitId: holderOf(at, verb, nextIndex),
    ...(ofOnePart.includes(verb) && at.stage.parallelGroup ? { part: at.task?.stageIndex } : {}),
    ...(clocks.extend ? { extend: { kinds: clocks.extend, by: input.days ?? 0 } } : {}),
  };
}

/** R74: while tasks go on side by side, the case lies with the first of them. */
function holderOf(at: Situation, verb: CaseVerb, nextIndex: number): string {
  const open = verb === 'complete' ? tasksBeside(at) : at.tasks;
  const index = nextIndex === at.stageIndex ? (open[0]?.stageIndex ?? nextIndex) : nextIndex;
  return (at.stages[index] ?? at.stage).unitId;
}

function startsOf(at: Situation, verb: CaseVerb, nextIndex: number): ClockStart[] {
  const next = at.stages[nextIndex] ?? at.stage;
  const clock = (kind: DeadlineKind, limit: Limit): ClockStart => ({
    kind,
    limit,
    ownerUnitId: next.unitId,
  });
  if (verb === 'requestSupplement') return [clock('SUPPLEMENT', workingDays(SUPPLEMENT_DAYS))];
  if (verb === 'decide') return [clock('DELIVERY', workingDays(DELIVERY_DAYS))];
  const entered = nextIndex === at.stageIndex ? [] : parallelStagesAt(at.stages, nextIndex);
  const own = entered.flatMap((index) => startOfStage(at, index));
  if (verb !== 'accept' && verb !== 'acceptBySilence') return own;
  // 行政许可法 §32: what was accepted by silence was accepted on the day of its receipt.
  const since = verb === 'acceptBySilence' ? { startedAt: at.registeredAt } : {};
  const whole = wholeCaseLimits(at.item).map(({ kind, limit }) => clock(kind, limit));
  return [...whole.map((start) => ({ ...start, ...since })), ...own];
}

function startOfStage(facts: CaseFacts, index: number): ClockStart[] {
  const stage = facts.stages[index];
  const own = stage && !stage.sharesClock ? clockOfStage(facts, stage) : null;
  if (!stage || !own) return [];
  const part = stage.parallelGroup ? { part: index } : {};
  return [{ ...own, ownerUnitId: stage.unitId, ...part }];
}

/** 行政许可法 §32: within five days an applicant is told what is missing; kept where silence accepts. */
export function clocksOfRegistration(
  item: Pick<CaseFacts['item'], 'silenceAccepts'>,
  takingUnitId: string,
): ClockChanges {
  const limit = workingDays(NOTICE_DAYS);
  return {
    start: item.silenceAccepts ? [{ kind: 'NOTICE', limit, ownerUnitId: takingUnitId }] : [],
    stop: [],
    stopAs: 'MET',
    pause: false,
    resume: false,
    holderUnitId: takingUnitId,
  };
}

/** The promised and the statutory limit run from acceptance over all stages; no limit, no clock (T14). */
export function wholeCaseLimits(
  item: Pick<ItemRules, 'promisedDays' | 'dayUnit' | 'statutoryDays' | 'statutoryDayUnit'>,
): { kind: DeadlineKind; limit: Limit }[] {
  const limits: { kind: DeadlineKind; limit: Limit }[] = [];
  if (item.promisedDays > 0) {
    limits.push({ kind: 'PROMISE', limit: { amount: item.promisedDays, unit: item.dayUnit } });
  }
  if (item.statutoryDays) {
    limits.push({
      kind: 'STATUTORY',
      limit: { amount: item.statutoryDays, unit: item.statutoryDayUnit },
    });
  }
  return limits;
}

/** The clock that a stage runs on while the case stands there. */
export function clockOfStage(
  facts: Pick<CaseFacts, 'item'>,
  stage: CaseStage,
): { kind: DeadlineKind; limit: Limit } | null {
  switch (stage.kind) {
    case 'ON_THE_SPOT':
      return {
        kind: 'ON_THE_SPOT',
        limit: { amount: facts.item.onTheSpotMinutes, unit: 'MINUTE' },
      };
    case 'TRANSFER':
      return { kind: 'TRANSFER', limit: workingDays(TRANSFER_DAYS) };
    case 'UPLOAD':
      return { kind: 'UPLOAD', limit: workingDays(UPLOAD_DAYS) };
    case 'TASK': {
      if (stage.days === 0) return null;
      const kind = isAbove(stage.level, facts.item.level) ? 'UPPER_STAGE' : 'TASK';
      return { kind, limit: { amount: stage.days, unit: facts.item.dayUnit } };
    }
    default:
      return null;
  }
}

/** A step worked on at several levels keeps its clock until the last of them is done. */
function stopsOf(
  at: Situation,
  stop: readonly DeadlineKind[] | 'ALL',
  next: CaseStage,
): readonly DeadlineKind[] | 'ALL' {
  if (stop === 'ALL' || !next.sharesClock || at.stage.kind === 'UPLOAD') return stop;
  return stop.filter((kind) => kind !== 'TASK' && kind !== 'UPPER_STAGE');
}
