import type { ClockChanges, ClockStart, DeadlineKind, Limit } from '../deadlines/index.js';
import type { ItemRules } from '../catalog/index.js';
import { isAbove } from '../organisation/index.js';
import { currentStage, type CaseFacts, type CaseStage } from './facts.js';
import { CASE_LIFE, type Transition } from './life.js';
import { specialProcedureOf, type VerbInput } from './rules.js';
import type { CaseVerb } from './states.js';

/** Days to hand the transfer on (R54), to upload (R58: the same working day), to deliver (行政许可法 §44). */
const TRANSFER_DAYS = 1;
const UPLOAD_DAYS = 0;
const DELIVERY_DAYS = 10;
/** Working days an applicant has for the supplement, unless the centre sets another limit (T15). */
const SUPPLEMENT_DAYS = 10;

const workingDays = (amount: number): Limit => ({ amount, unit: 'WORKING_DAY' });

/** Which clocks start, stop, pause and resume with a verb: the table's row, made concrete by the stage. */
export function clocksOf(
  facts: CaseFacts,
  verb: CaseVerb,
  nextIndex: number,
  input: VerbInput,
): ClockChanges {
  const { clocks, to }: Transition = CASE_LIFE[verb];
  const stage = facts.stages[nextIndex] ?? currentStage(facts);
  const mayStart = new Set<DeadlineKind>(clocks.start ?? []);
  const ended = to === 'REFUSED' || to === 'WITHDRAWN' || to === 'TERMINATED';
  return {
    start: startsOf(facts, verb, stage).filter((start) => mayStart.has(start.kind)),
    stop: stopsOf(facts, clocks.stop ?? [], stage),
    stopAs: ended ? 'CANCELLED' : 'MET',
    pause: clocks.pause === true && !specialProcedureOf(facts, input).countsInLimit,
    resume: clocks.resume === true,
    holderUnitId: stage.unitId,
  };
}

function startsOf(facts: CaseFacts, verb: CaseVerb, stage: CaseStage): ClockStart[] {
  const at = (kind: DeadlineKind, limit: Limit): ClockStart => ({
    kind,
    limit,
    ownerUnitId: stage.unitId,
  });
  if (verb === 'requestSupplement') return [at('SUPPLEMENT', workingDays(SUPPLEMENT_DAYS))];
  if (verb === 'decide') return [at('DELIVERY', workingDays(DELIVERY_DAYS))];
  const own = clockOfStage(facts, stage);
  const starts = own && !stage.sharesClock ? [at(own.kind, own.limit)] : [];
  if (verb !== 'accept') return starts;
  return [...wholeCaseLimits(facts.item).map(({ kind, limit }) => at(kind, limit)), ...starts];
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
  facts: CaseFacts,
  stop: readonly DeadlineKind[] | 'ALL',
  next: CaseStage,
): readonly DeadlineKind[] | 'ALL' {
  if (stop === 'ALL' || !next.sharesClock || currentStage(facts).kind === 'UPLOAD') return stop;
  return stop.filter((kind) => kind !== 'TASK' && kind !== 'UPPER_STAGE');
}
