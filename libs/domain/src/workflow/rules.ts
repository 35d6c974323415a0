import type { SpecialProcedure } from '../catalog/index.js';
import { currentStage, type CaseFacts } from './facts.js';
import { workflowError } from './errors.js';
import type { CaseVerb, Outcome } from './states.js';

/** What the person entered with the verb; each verb reads its own part. */
export interface VerbInput {
  /** Names listed in the supplement notice. */
  listedMaterials?: readonly string[];
  procedureKind?: string;
  outcome?: Outcome;
  reason?: string;
  remedy?: string;
  deliveryMethod?: string;
}

type Rule = (facts: CaseFacts, input: VerbInput) => void;

/** R73, 行政许可法 §32: everything missing is named once; a second notice is refused. */
export function supplementMayBeRequestedOnce(facts: Pick<CaseFacts, 'supplementRequested'>): void {
  if (facts.supplementRequested) throw workflowError('case.supplement_requested_already');
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
  if (input.outcome !== 'REJECTED') return;
  const fields = (['reason', 'remedy'] as const)
    .filter((field) => !input[field]?.trim())
    .map((field) => ({ field, code: 'field.required', detail: `${field}：不能为空。` }));
  if (fields.length > 0) throw workflowError('case.rejection_without_reason', undefined, fields);
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

function stageMustBe(verb: CaseVerb, facts: CaseFacts, holds: boolean): void {
  if (!holds)
    throw workflowError('case.verb_not_allowed_at_stage', `${verb}: ${currentStage(facts).name}`);
}

/** What the stage of a case must be like for a verb; known before anything is entered. */
export const STAGE_RULES: Partial<Record<CaseVerb, (facts: CaseFacts) => void>> = {
  requestSupplement: supplementMayBeRequestedOnce,
  transfer: (facts) => stageMustBe('transfer', facts, currentStage(facts).kind === 'TRANSFER'),
  claim: (facts) => {
    stageMustBe('claim', facts, currentStage(facts).kind === 'TASK');
    if (facts.task?.state !== 'OPEN') throw workflowError('case.task_claimed_by_other');
  },
  complete: (facts) =>
    stageMustBe(
      'complete',
      facts,
      currentStage(facts).kind === 'TASK' && !currentStage(facts).decides,
    ),
  upload: (facts) => stageMustBe('upload', facts, currentStage(facts).kind === 'UPLOAD'),
  decide: (facts) => stageMustBe('decide', facts, currentStage(facts).decides),
  suspend: (facts) => {
    if (facts.item.specialProcedures.length === 0) {
      throw workflowError('case.special_procedure_unknown');
    }
  },
  issue: resultIsIssuedOnce,
  deliver: resultIsIssuedBeforeDelivery,
};

/** What must be true of what was entered. */
export const INPUT_RULES: Partial<Record<CaseVerb, Rule>> = {
  requestSupplement: (_facts, input) => supplementNamesWhatIsMissing(input),
  accept: requiredMaterialsAreReceived,
  suspend: (facts, input) => void specialProcedureOf(facts, input),
  decide: (_facts, input) => rejectionGivesReasonAndRemedy(input),
  deliver: deliveryMethodIsOffered,
};
