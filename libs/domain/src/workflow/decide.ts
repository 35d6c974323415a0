import type { Actor } from '../identity/index.js';
import { DomainError } from '../domain-error.js';
import type { ClockChanges } from '../deadlines/index.js';
import { parallelStagesAt } from '../catalog/index.js';
import { clocksOf } from './clocks.js';
import {
  currentStage,
  situationsOf,
  type CaseFacts,
  type CaseStage,
  type Situation,
  type TaskFacts,
} from './facts.js';
import { CASE_LIFE, stateAfter, type Transition } from './life.js';
import { INPUT_RULES, STAGE_RULES } from './rules.js';
import type { VerbInput } from './verb-input.js';
import {
  stageAfter,
  taskChangesOf,
  tasksBeside,
  transferStageBefore,
  type TaskChange,
} from './task-rules.js';
import { CASE_VERBS, type CaseState, type CaseVerb } from './states.js';
import { isInTheHandsOf } from './who.js';
import { workflowError } from './errors.js';

/** A stage whose task is opened now. */
export interface OpenedTask {
  stageIndex: number;
  stage: CaseStage;
}

/** Everything that follows from a verb; the caller only writes it down. */
export interface Decision {
  to: CaseState;
  stageIndex: number;
  /** The task that the verb was about. */
  task: TaskFacts | null;
  /** What becomes of the tasks in hand. */
  tasks: readonly TaskChange[];
  /** Several where stages run side by side (R74). */
  open: readonly OpenedTask[];
  clocks: ClockChanges;
}

/** Verbs after which the case stands at its next stage. */
const MOVES_ON: readonly CaseVerb[] = [
  'accept',
  'acceptBySilence',
  'transfer',
  'complete',
  'upload',
];

/**
 * Whether a verb may be done, and all that follows from it.
 *
 * @throws DomainError `case.verb_not_allowed_in_state`, `case.not_yours`, `case.task_unknown`, or the rule's own code
 */
export function decide(facts: CaseFacts, verb: CaseVerb, actor: Actor, input: VerbInput): Decision {
  return decisionOf(situationFor(facts, verb, actor, input.taskId), verb, actor, input);
}

/**
 * The same for a verb that nobody does: the clock brings it about (T15).
 *
 * @throws DomainError `case.verb_not_allowed_in_state`
 */
export function decideBySystem(facts: CaseFacts, verb: CaseVerb, input: VerbInput): Decision {
  const { who }: Transition = CASE_LIFE[verb];
  if (who !== 'SYSTEM') throw new Error(`${verb} is somebody's to do`);
  stateMustAllow(facts, verb);
  const at = { ...facts, task: null, stage: currentStage(facts) };
  return decisionOf(at, verb, null, input);
}

/** The verbs that this person may do now, in the order of the table; the SPA draws them. */
export function allowedActions(facts: CaseFacts, actor: Actor, taskId?: string): CaseVerb[] {
  return CASE_VERBS.filter((verb) => {
    if (verb === 'register') return false;
    try {
      situationFor(facts, verb, actor, taskId);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  });
}

function decisionOf(
  at: Situation,
  verb: CaseVerb,
  actor: Actor | null,
  input: VerbInput,
): Decision {
  INPUT_RULES[verb]?.(at, input, actor);
  const stageIndex = nextStageIndex(at, verb);
  return {
    to: stateAfter(verb, at.state),
    stageIndex,
    task: at.task,
    tasks: taskChangesOf(at, verb, actor, input),
    open: stageIndex === at.stageIndex ? [] : tasksOpenedAt(at.stages, stageIndex),
    clocks: clocksOf(at, verb, stageIndex, input),
  };
}

function tasksOpenedAt(stages: readonly CaseStage[], index: number): OpenedTask[] {
  return parallelStagesAt(stages, index).flatMap((stageIndex) => {
    const stage = stages[stageIndex];
    return stage?.kind === 'TASK' ? [{ stageIndex, stage }] : [];
  });
}

/**
 * Where the verb meets the case: at the named task, else at the first one that it fits. What is told
 * when it fits none is what stands in its way at the person's own stage.
 */
function situationFor(
  facts: CaseFacts,
  verb: CaseVerb,
  actor: Actor,
  taskId: string | undefined,
): Situation {
  stateMustAllow(facts, verb);
  const all = situationsOf(facts).filter(({ task }) => !taskId || task?.id === taskId);
  if (all.length === 0) throw workflowError('case.task_unknown');
  const isOwn = ({ stage }: Situation) => stage.unitId === actor.unitId;
  const ownFirst = [...all.filter(isOwn), ...all.filter((at) => !isOwn(at))];
  const refusals = ownFirst.map((at) => refusalOf(at, verb, actor));
  const fitting = ownFirst[refusals.indexOf(null)];
  if (fitting) return fitting;
  throw refusals[0] ?? workflowError('case.task_unknown');
}

function refusalOf(at: Situation, verb: CaseVerb, actor: Actor): DomainError | null {
  const { who }: Transition = CASE_LIFE[verb];
  try {
    STAGE_RULES[verb]?.(at, actor);
    return isInTheHandsOf(who, at, actor) ? null : workflowError('case.not_yours');
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function stateMustAllow({ state }: CaseFacts, verb: CaseVerb): void {
  const { from }: Transition = CASE_LIFE[verb];
  if (from.includes(state)) return;
  throw workflowError('case.verb_not_allowed_in_state', `${verb}: ${state}`);
}

function nextStageIndex(at: Situation, verb: CaseVerb): number {
  if (verb === 'decide') return at.stages.length - 1;
  if (verb === 'returnToCounter') return transferStageBefore(at) ?? at.stageIndex;
  const goesOnBeside = verb === 'complete' && tasksBeside(at).length > 0;
  return MOVES_ON.includes(verb) && !goesOnBeside ? stageAfter(at) : at.stageIndex;
}
