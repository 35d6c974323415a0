import {
  COUNTER_ROLES,
  hasAnyRole,
  mayTakeRequests,
  type Actor,
  type Role,
} from '../identity/index.js';
import { currentStage, type CaseFacts, type CaseStage } from './facts.js';
import type { Who } from './life.js';

function isOfTakingCounter(facts: CaseFacts, actor: Actor): boolean {
  return actor.unitId === facts.takingUnitId && mayTakeRequests(actor);
}

const ROLES_OF_STAGE: Record<CaseStage['role'], readonly Role[]> = {
  COUNTER_CLERK: COUNTER_ROLES,
  COMMUNITY_CLERK: COUNTER_ROLES,
  BUSINESS_SECTION: ['SECTION_HANDLER', 'SECTION_HEAD'],
  PARTNER_DEPARTMENT: ['DEPARTMENT_APPROVER'],
  UPPER_DEPARTMENT: ['DEPARTMENT_APPROVER', 'SECTION_HEAD'],
};

/** In a section the head decides; elsewhere whoever may work on the stage (R56, R60). */
export function mayWorkOnStage(stage: CaseStage, actor: Actor): boolean {
  if (actor.unitId !== stage.unitId) return false;
  if (stage.role === 'BUSINESS_SECTION' && stage.decides)
    return hasAnyRole(actor, ['SECTION_HEAD']);
  return hasAnyRole(actor, ROLES_OF_STAGE[stage.role]);
}

function isAssignee(facts: CaseFacts, actor: Actor): boolean {
  return facts.task?.state === 'CLAIMED' && facts.task.assigneeId === actor.accountId;
}

function mayDecide(facts: CaseFacts, actor: Actor): boolean {
  if (currentStage(facts).kind === 'ON_THE_SPOT') return isOfTakingCounter(facts, actor);
  return isAssignee(facts, actor) && mayWorkOnStage(currentStage(facts), actor);
}

/** Whether a verb is in this person's hands. */
export function isInTheHandsOf(who: Who, facts: CaseFacts, actor: Actor): boolean {
  switch (who) {
    case 'TAKING_COUNTER':
      return isOfTakingCounter(facts, actor);
    case 'STAGE_UNIT':
      return mayWorkOnStage(currentStage(facts), actor);
    case 'ASSIGNEE':
      // Who has left the unit or the post since has left the task as well (R21).
      return isAssignee(facts, actor) && mayWorkOnStage(currentStage(facts), actor);
    case 'DECIDER':
      return mayDecide(facts, actor);
  }
}
