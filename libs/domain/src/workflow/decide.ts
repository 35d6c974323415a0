import type { Actor } from '../identity/index.js';
import { DomainError } from '../domain-error.js';
import type { ClockChanges } from '../deadlines/index.js';
import { clocksOf } from './clocks.js';
import type { CaseFacts, CaseStage } from './facts.js';
import { CASE_LIFE, type Transition } from './life.js';
import { INPUT_RULES, STAGE_RULES, type VerbInput } from './rules.js';
import { CASE_VERBS, type CaseState, type CaseVerb } from './states.js';
import { isInTheHandsOf } from './who.js';
import { workflowError } from './errors.js';

/** Everything that follows from a verb; the caller only writes it down. */
export interface Decision {
  to: CaseState;
  stageIndex: number;
  /** What becomes of the task in hand. */
  task: 'NONE' | 'CLAIMED' | 'DONE' | 'CANCELLED';
  /** The stage whose task is opened now. */
  open: CaseStage | null;
  clocks: ClockChanges;
}

/** Verbs after which the case stands at its next stage. */
const MOVES_ON: readonly CaseVerb[] = ['accept', 'transfer', 'complete', 'upload', 'decide'];
const ENDS_BEFORE_DECISION: readonly CaseVerb[] = ['refuse', 'withdraw', 'terminate'];

/**
 * Whether a verb may be done, and all that follows from it.
 *
 * @throws DomainError `case.verb_not_allowed_in_state`, `case.not_yours`, or the rule's own code
 */
export function decide(facts: CaseFacts, verb: CaseVerb, actor: Actor, input: VerbInput): Decision {
  mayDo(facts, verb, actor);
  INPUT_RULES[verb]?.(facts, input);
  const transition: Transition = CASE_LIFE[verb];
  const stageIndex = nextStageIndex(facts, verb);
  const stage = facts.stages[stageIndex];
  const movedToTask = stageIndex !== facts.stageIndex && stage?.kind === 'TASK';
  return {
    to: transition.to,
    stageIndex,
    task: taskAfter(facts, verb),
    open: movedToTask ? stage : null,
    clocks: clocksOf(facts, verb, stageIndex, input),
  };
}

/** The verbs that this person may do now, in the order of the table; the SPA draws them. */
export function allowedActions(facts: CaseFacts, actor: Actor): CaseVerb[] {
  return CASE_VERBS.filter((verb) => {
    if (verb === 'register') return false;
    try {
      mayDo(facts, verb, actor);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  });
}

function mayDo(facts: CaseFacts, verb: CaseVerb, actor: Actor): void {
  const transition: Transition = CASE_LIFE[verb];
  if (!transition.from.includes(facts.state)) {
    throw workflowError('case.verb_not_allowed_in_state', `${verb}: ${facts.state}`);
  }
  STAGE_RULES[verb]?.(facts);
  if (!isInTheHandsOf(transition.who, facts, actor)) throw workflowError('case.not_yours');
}

function nextStageIndex(facts: CaseFacts, verb: CaseVerb): number {
  if (verb === 'decide') return facts.stages.length - 1;
  return MOVES_ON.includes(verb) ? facts.stageIndex + 1 : facts.stageIndex;
}

function taskAfter(facts: CaseFacts, verb: CaseVerb): Decision['task'] {
  if (!facts.task) return 'NONE';
  if (verb === 'claim') return 'CLAIMED';
  if (verb === 'complete' || verb === 'decide') return 'DONE';
  return ENDS_BEFORE_DECISION.includes(verb) ? 'CANCELLED' : 'NONE';
}
