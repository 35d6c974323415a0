import { parallelStagesAt } from '../catalog/index.js';
import type { Actor } from '../identity/index.js';
import type { CaseFacts, Situation, TaskFacts } from './facts.js';
import { workflowError } from './errors.js';
import type { CaseVerb } from './states.js';
import type { InputRule, VerbInput } from './verb-input.js';
import { mayWorkOnStage } from './who.js';

/** What a verb makes of one task. */
export interface TaskChange {
  id: string;
  to: 'OPEN' | 'CLAIMED' | 'DONE' | 'CANCELLED';
  assigneeId: string | null;
}

/** 回避: who stays away from a case takes none of its tasks. */
export function mayNotBeRecused(facts: Pick<CaseFacts, 'recusedIds'>, accountId: string): void {
  if (facts.recusedIds.includes(accountId)) throw workflowError('case.recused');
}

/** R21, R56: a task goes to somebody in post at its unit who may work on it. */
export function taskGoesToSomebodyInPost(at: Situation, { colleague }: VerbInput): void {
  const fits =
    colleague &&
    mayWorkOnStage(at.stage, colleague) &&
    !at.recusedIds.includes(colleague.accountId) &&
    at.task?.assigneeId !== colleague.accountId;
  if (!fits) throw workflowError('case.colleague_unsuitable');
}

/** R98: help comes from another colleague of the unit, who is asked once at a time. */
export function helpComesFromAColleague(
  at: Situation,
  { colleague }: VerbInput,
  actor: Actor | null,
): void {
  const fits =
    colleague?.unitId === at.stage.unitId &&
    colleague.accountId !== actor?.accountId &&
    !at.recusedIds.includes(colleague.accountId);
  if (!fits) throw workflowError('case.colleague_unsuitable');
  if (at.task?.helperIds.includes(colleague.accountId))
    throw workflowError('case.help_asked_already');
}

export const TASK_INPUT_RULES: Partial<Record<CaseVerb, InputRule>> = {
  reassign: taskGoesToSomebodyInPost,
  askHelp: helpComesFromAColleague,
};

/** R54: the stage at which the counter handed this on; nothing once it went up a level. */
export function transferStageBefore(
  facts: Pick<CaseFacts, 'stages' | 'stageIndex'>,
): number | undefined {
  const before = facts.stages.slice(0, facts.stageIndex).map(({ kind }) => kind);
  const handed = before.lastIndexOf('TRANSFER');
  return handed > before.lastIndexOf('UPLOAD') ? handed : undefined;
}

/** R74: the tasks that go on beside this one. */
export function tasksBeside({ tasks, task }: Situation): readonly TaskFacts[] {
  return tasks.filter(({ id }) => id !== task?.id);
}

/** R74: the stage after this one and all that run beside it. */
export function stageAfter({ stages, stageIndex }: CaseFacts): number {
  return (parallelStagesAt(stages, stageIndex).at(-1) ?? stageIndex) + 1;
}

const ENDS_ALL_TASKS: readonly CaseVerb[] = ['returnToCounter', 'refuse', 'withdraw', 'terminate'];

/** What becomes of the tasks in hand. */
export function taskChangesOf(
  at: Situation,
  verb: CaseVerb,
  actor: Actor | null,
  { colleague }: VerbInput,
): TaskChange[] {
  const { task, tasks } = at;
  if (ENDS_ALL_TASKS.includes(verb)) {
    return tasks.map(({ id, assigneeId }) => ({ id, to: 'CANCELLED', assigneeId }));
  }
  if (!task) return [];
  const { id, assigneeId } = task;
  switch (verb) {
    case 'claim':
      return [{ id, to: 'CLAIMED', assigneeId: actor?.accountId ?? null }];
    case 'reassign':
      return [{ id, to: 'CLAIMED', assigneeId: colleague?.accountId ?? null }];
    case 'recuse':
      return [{ id, to: 'OPEN', assigneeId: null }];
    case 'complete':
    case 'decide':
      return [{ id, to: 'DONE', assigneeId }];
    default:
      return [];
  }
}
