import { pathOf, routeOf } from '../catalog/index.js';
import type { ClockChanges } from '../deadlines/index.js';
import type { Actor, Role } from '../identity/index.js';
import type { AreaLevel } from '../organisation/index.js';
import {
  currentStage,
  decide,
  type CaseFacts,
  type CaseVerb,
  type Decision,
  type VerbInput,
} from '../workflow/index.js';
import { SHAPES, type ShapeName } from './shapes.js';

/** The unit that took the case. */
export const TAKING = 'taking-unit';

export function unitIdOf(level: AreaLevel, body: string | null): string {
  return body === null ? TAKING : `${level}-${body}`;
}

export function person(unitId: string, ...roles: Role[]): Actor {
  const accountId = `${roles.join('+')}@${unitId}`;
  return { accountId, displayName: accountId, roles, unitId, areaPath: '410100000000/' };
}

export const CLERK = person(TAKING, 'CLERK');

/** A case of that shape, freshly registered with everything in hand; `over` puts it elsewhere. */
export function factsOf(shape: ShapeName, over: Partial<CaseFacts> = {}): CaseFacts {
  const item = SHAPES[shape];
  return {
    state: 'REGISTERED',
    path: pathOf(item),
    takingUnitId: TAKING,
    stages: routeOf(item).map((stage) => {
      const unitId = unitIdOf(stage.level, stage.body);
      return { ...stage, unitId, unitName: unitId };
    }),
    stageIndex: 0,
    task: null,
    supplementRequested: false,
    issued: false,
    missingMaterials: [],
    item,
    ...over,
  };
}

/** A task in this person's hands. */
export function claimedBy(actor: Actor): CaseFacts['task'] {
  return { id: 'task', state: 'CLAIMED', assigneeId: actor.accountId };
}

/** What a person would enter, in order, for any verb. */
export function inputFor(facts: Pick<CaseFacts, 'item'>): VerbInput {
  const procedureKind = facts.item.specialProcedures[0]?.kind;
  const deliveryMethod = facts.item.deliveryMethods[0];
  return {
    listedMaterials: ['申请表'],
    outcome: 'APPROVED',
    ...(procedureKind ? { procedureKind } : {}),
    ...(deliveryMethod ? { deliveryMethod } : {}),
  };
}

export interface Written {
  facts: CaseFacts;
  decision: Decision;
}

/** Does a verb and writes down what follows, as the api does with its tables. */
export function perform(
  facts: CaseFacts,
  verb: CaseVerb,
  actor: Actor,
  input: VerbInput = inputFor(facts),
): Written {
  const decision = decide(facts, verb, actor, input);
  const after: CaseFacts = {
    ...facts,
    state: decision.to,
    stageIndex: decision.stageIndex,
    task: taskAfter(facts, decision, actor),
    supplementRequested: facts.supplementRequested || verb === 'requestSupplement',
    issued: facts.issued || verb === 'issue',
  };
  return { facts: after, decision };
}

function taskAfter(facts: CaseFacts, decision: Decision, actor: Actor): CaseFacts['task'] {
  if (decision.open) return { id: decision.open.name, state: 'OPEN', assigneeId: null };
  if (decision.task === 'CLAIMED') return claimedBy(actor);
  return decision.task === 'NONE' ? facts.task : null;
}

/** Everybody who could have to do with a case: each post at each unit on its way. */
export function everybodyOn(facts: CaseFacts): Actor[] {
  const posts: Role[] = ['CLERK', 'SECTION_HANDLER', 'SECTION_HEAD', 'DEPARTMENT_APPROVER'];
  const units = new Set([facts.takingUnitId, ...facts.stages.map(({ unitId }) => unitId)]);
  return [...units].flatMap((unitId) => posts.map((post) => person(unitId, post)));
}

/** The running clocks of a case, by kind; a kind runs once. */
export class ClockFace {
  readonly running = new Map<string, 'RUNNING' | 'PAUSED'>();

  has(state: 'RUNNING' | 'PAUSED'): boolean {
    return [...this.running.values()].includes(state);
  }

  /** @throws Error when a clock is started that runs already */
  apply(changes: ClockChanges): void {
    for (const kind of [...this.running.keys()]) {
      const state = this.running.get(kind);
      if (changes.stop === 'ALL' || changes.stop.some((stopped) => stopped === kind)) {
        this.running.delete(kind);
      } else if (changes.pause) this.running.set(kind, 'PAUSED');
      else if (changes.resume && state === 'PAUSED') this.running.set(kind, 'RUNNING');
    }
    for (const { kind } of changes.start) {
      if (this.running.has(kind)) throw new Error(`${kind} is started twice`);
      this.running.set(kind, 'RUNNING');
    }
  }
}

/** Where a case is, for the message of a failing test. */
export function whereIs(facts: CaseFacts): string {
  return `${facts.state} at ${facts.stageIndex} ${currentStage(facts).kind}`;
}
