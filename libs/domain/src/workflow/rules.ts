import type { SpecialProcedure } from '../catalog/index.js';
import { hasAnyRole, type Actor } from '../identity/index.js';
import { mayNotBeRecused, TASK_INPUT_RULES, transferStageBefore } from './task-rules.js';
import type { CaseFacts, Situation } from './facts.js';
import { workflowError } from './errors.js';
import type { CaseVerb } from './states.js';
import type { InputRule, VerbInput } from './verb-input.js';

type StageRule = (situation: Situation, actor: Actor) => void;

/** R73, 行政许可法 §32: everything missing is named once; a second notice takes the head of the centre. */
export function secondSupplementTakesTheHead(
  facts: Pick<CaseFacts, 'supplementNotices'>,
  actor: Actor,
): void {
  if (facts.supplementNotices === 0 || hasAnyRole(actor, ['CENTRE_ADMINISTRATOR'])) return;
  throw workflowError('case.supplement_requested_already');
}

/** R73: and it says what was not known before. */
export function secondSupplementCitesNewFacts(
  facts: Pick<CaseFacts, 'supplementNotices'>,
  { newFacts }: VerbInput,
): void {
  if (facts.supplementNotices > 0 && !newFacts?.trim())
    throw workflowError('case.supplement_requested_already');
}

export function supplementNamesWhatIsMissing(input: VerbInput): void {
  if (!input.listedMaterials?.length) throw workflowError('case.supplement_lists_nothing');
}

/** R41: a case is accepted only when all required materials were received. */
export function requiredMaterialsAreReceived(facts: Pick<CaseFacts, 'missingMaterials'>): void {
  if (facts.missingMaterials.length === 0) return;
  throw workflowError(
    'case.materials_missing',
    `缺少：${facts.missingMaterials.join('、')}`,
    facts.missingMaterials.map((name) => ({
      field: 'materials',
      code: 'case.material_missing',
      detail: `${name}：尚未收到。`,
    })),
  );
}

/** 行政许可法 §38: a rejection gives its reason and tells of review and suit. */
export function rejectionGivesReasonAndRemedy(input: VerbInput): void {
  const fields = input.outcome === 'REJECTED' ? missingWordsOf(input) : [];
  if (fields.length > 0) throw workflowError('case.rejection_without_reason', undefined, fields);
}

/** 行政许可法 §32, §38: so does a request that is not taken up. */
export function refusalGivesReasonAndRemedy(input: VerbInput): void {
  const fields = missingWordsOf(input);
  if (fields.length > 0) throw workflowError('case.remedy_missing', undefined, fields);
}

function missingWordsOf(input: VerbInput) {
  return (['reason', 'remedy'] as const)
    .filter((field) => !input[field]?.trim())
    .map((field) => ({ field, code: 'field.required', detail: `${field}：不能为空。` }));
}

function reasonIsGiven({ reason }: VerbInput): void {
  if (!reason?.trim()) throw workflowError('case.reason_missing');
}

/** The law's ten days (行政许可法 §42), unless the item allows others. */
const EXTENSION_DAYS = 10;

export function extensionLimitOf({ item }: Pick<CaseFacts, 'item'>): number {
  return item.extensionDays ?? EXTENSION_DAYS;
}

/** 行政许可法 §42: for a reason, and by ten days at most. */
export function extensionIsWithinTheLaw(facts: Pick<CaseFacts, 'item'>, input: VerbInput): void {
  reasonIsGiven(input);
  const most = extensionLimitOf(facts);
  const { days = 0 } = input;
  if (Number.isInteger(days) && days >= 1 && days <= most) return;
  throw workflowError('case.extension_too_long', `可延长 1 至 ${most} 天。`);
}

/** 行政许可法 §42: once, and only a limit that there is (T14). */
export function limitIsExtendedOnce({ extended, item }: Situation): void {
  if (extended) throw workflowError('case.extended_already');
  if (item.promisedDays === 0 && !item.statutoryDays)
    throw workflowError('case.no_limit_to_extend');
}

/** R54: a section gives a case back to the counter once. */
export function caseIsReturnedOnce(situation: Situation): void {
  stageMustBe('returnToCounter', situation, transferStageBefore(situation) !== undefined);
  if (situation.returned) throw workflowError('case.returned_already');
}

export function resultIsIssuedOnce(facts: Pick<CaseFacts, 'issued'>): void {
  if (facts.issued) throw workflowError('case.issued_already');
}

export function resultIsIssuedBeforeDelivery(facts: Pick<CaseFacts, 'issued'>): void {
  if (!facts.issued) throw workflowError('case.not_issued');
}

export function deliveryMethodIsOffered(facts: CaseFacts, input: VerbInput): void {
  if (facts.item.deliveryMethods.includes(input.deliveryMethod ?? '')) return;
  throw workflowError('case.delivery_method_not_offered');
}

/** 行政许可法 §45: only procedures that the item itself names may stop its clock. */
export function specialProcedureOf(facts: CaseFacts, input: VerbInput): SpecialProcedure {
  const found = facts.item.specialProcedures.find((p) => p.kind === input.procedureKind);
  if (!found) throw workflowError('case.special_procedure_unknown');
  return found;
}

function stageMustBe(verb: CaseVerb, { stage }: Situation, holds: boolean): void {
  if (!holds) throw workflowError('case.verb_not_allowed_at_stage', `${verb}: ${stage.name}`);
}

/** What the stage of a case must be like for a verb; known before anything is entered. */
export const STAGE_RULES: Partial<Record<CaseVerb, StageRule>> = {
  requestSupplement: secondSupplementTakesTheHead,
  transfer: (at) => stageMustBe('transfer', at, at.stage.kind === 'TRANSFER'),
  returnToCounter: caseIsReturnedOnce,
  claim: (at, actor) => {
    stageMustBe('claim', at, at.stage.kind === 'TASK');
    if (at.task?.state !== 'OPEN') throw workflowError('case.task_claimed_by_other');
    mayNotBeRecused(at, actor.accountId);
  },
  reassign: (at) => stageMustBe('reassign', at, at.task !== null),
  complete: (at) => stageMustBe('complete', at, at.stage.kind === 'TASK' && !at.stage.decides),
  extend: limitIsExtendedOnce,
  upload: (at) => stageMustBe('upload', at, at.stage.kind === 'UPLOAD'),
  decide: (at) => stageMustBe('decide', at, at.stage.decides),
  suspend: ({ item }) => {
    if (item.specialProcedures.length === 0) {
      throw workflowError('case.special_procedure_unknown');
    }
  },
  issue: resultIsIssuedOnce,
  deliver: resultIsIssuedBeforeDelivery,
};

/** What must be true of what was entered. */
export const INPUT_RULES: Partial<Record<CaseVerb, InputRule>> = {
  ...TASK_INPUT_RULES,
  requestSupplement: (facts, input) => {
    secondSupplementCitesNewFacts(facts, input);
    supplementNamesWhatIsMissing(input);
  },
  accept: requiredMaterialsAreReceived,
  refuse: (_facts, input) => refusalGivesReasonAndRemedy(input),
  returnToCounter: (_facts, input) => reasonIsGiven(input),
  recuse: (_facts, input) => reasonIsGiven(input),
  extend: extensionIsWithinTheLaw,
  suspend: (facts, input) => void specialProcedureOf(facts, input),
  decide: (_facts, input) => rejectionGivesReasonAndRemedy(input),
  deliver: deliveryMethodIsOffered,
  withdraw: (_facts, input) => reasonIsGiven(input),
  terminate: (_facts, input) => reasonIsGiven(input),
};
