import {
  COUNTER_ROLES,
  hasAnyRole,
  mayTakeRequests,
  type Actor,
  type Role,
} from '../identity/index.js';
import type { CaseFacts, CaseStage, Situation } from './facts.js';
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
export function mayWorkOnStage(stage: CaseStage, actor: Pick<Actor, 'unitId' | 'roles'>): boolean {
  if (actor.unitId !== stage.unitId) return false;
  if (stage.role === 'BUSINESS_SECTION' && stage.decides)
    return hasAnyRole(actor, ['SECTION_HEAD']);
  return hasAnyRole(actor, ROLES_OF_STAGE[stage.role]);
}

const HEADS_OF_STAGE: Record<CaseStage['role'], readonly Role[]> = {
  COUNTER_CLERK: ['CENTRE_ADMINISTRATOR'],
  COMMUNITY_CLERK: ['CENTRE_ADMINISTRATOR'],
  BUSINESS_SECTION: ['SECTION_HEAD'],
  PARTNER_DEPARTMENT: ['DEPARTMENT_APPROVER'],
  UPPER_DEPARTMENT: ['DEPARTMENT_APPROVER', 'SECTION_HEAD'],
};

function isHead({ stage }: Situation, actor: Actor): boolean {
  return actor.unitId === stage.unitId && hasAnyRole(actor, HEADS_OF_STAGE[stage.role]);
}

function isAssignee({ task }: Situation, actor: Actor): boolean {
  return task?.state === 'CLAIMED' && task.assigneeId === actor.accountId;
}

function isHelper({ task, stage }: Situation, actor: Actor): boolean {
  return actor.unitId === stage.unitId && task?.helperIds.includes(actor.accountId) === true;
}

function mayDecide(situation: Situation, actor: Actor): boolean {
  const { stage } = situation;
  if (stage.kind === 'ON_THE_SPOT') return isOfTakingCounter(situation, actor);
  return isAssignee(situation, actor) && mayWorkOnStage(stage, actor);
}

/** Whether a verb is in this person's hands. */
export function isInTheHandsOf(who: Who, situation: Situation, actor: Actor): boolean {
  switch (who) {
    case 'TAKING_COUNTER':
      return isOfTakingCounter(situation, actor);
    case 'STAGE_UNIT':
      return mayWorkOnStage(situation.stage, actor);
    case 'ASSIGNEE':
      // Who has left the unit or the post since has left the task as well (R21).
      return isAssignee(situation, actor) && mayWorkOnStage(situation.stage, actor);
    case 'DECIDER':
      return mayDecide(situation, actor);
    case 'HEAD':
      return isHead(situation, actor);
    case 'HELPER':
      return isHelper(situation, actor);
    case 'SYSTEM':
      return false;
  }
}
