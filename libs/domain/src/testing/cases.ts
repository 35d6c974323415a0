import { pathOf, routeOf } from '../catalog/index.js';
import type { ClockChanges } from '../deadlines/index.js';
import type { Actor, Role } from '../identity/index.js';
import type { AreaLevel } from '../organisation/index.js';
import {
  currentStage,
  decide,
  type CaseFacts,
  type CaseVerb,
  type Colleague,
  type Decision,
  type TaskFacts,
  type VerbInput,
} from '../workflow/index.js';
import { SHAPES, type ShapedItem, type ShapeName } from './shapes.js';

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

export type TaskInHand = Omit<TaskFacts, 'stageIndex' | 'helperIds'> & Partial<TaskFacts>;

/** What is told of a case; `task` is the only one, at the case's own stage. */
export type Over = Partial<CaseFacts> & { task?: TaskInHand | null };

/** The case with that one task at its stage, or with none. */
export function withTask(facts: CaseFacts, task: TaskInHand | null): CaseFacts {
  const { stageIndex } = facts;
  return { ...facts, tasks: task ? [{ stageIndex, helperIds: [], ...task }] : [] };
}

/** A case of that shape, freshly registered with everything in hand; `over` puts it elsewhere. */
export function factsOf(shape: ShapeName | ShapedItem, over: Over = {}): CaseFacts {
  const item = typeof shape === 'string' ? SHAPES[shape] : shape;
  const { task, ...rest } = over;
  const blank: CaseFacts = {
    state: 'REGISTERED',
    path: pathOf(item),
    takingUnitId: TAKING,
    stages: routeOf(item).map((stage) => {
      const unitId = unitIdOf(stage.level, stage.body);
      return { ...stage, unitId, unitName: unitId };
    }),
    stageIndex: 0,
    tasks: [],
    registeredAt: new Date('2026-03-10T09:30:00+08:00'),
    supplementNotices: 0,
    issued: false,
    returned: false,
    extended: false,
    recusedIds: [],
    missingMaterials: [],
    item,
    ...rest,
  };
  return task === undefined ? blank : withTask(blank, task);
}

/** A task in this person's hands. */
export function claimedBy(actor: Actor): TaskInHand {
  return { id: 'task', state: 'CLAIMED', assigneeId: actor.accountId };
}

/** What a person would enter, in order, for any verb. */
export function inputFor(facts: CaseFacts): VerbInput {
  const procedureKind = facts.item.specialProcedures[0]?.kind;
  const deliveryMethod = facts.item.deliveryMethods[0];
  return {
    listedMaterials: ['申请表'],
    newFacts: '新发现的情况',
    outcome: 'APPROVED',
    reason: '理由',
    remedy: '可申请行政复议',
    days: 3,
    colleague: colleagueFor(facts),
    ...(procedureKind ? { procedureKind } : {}),
    ...(deliveryMethod ? { deliveryMethod } : {}),
  };
}

/** Somebody who could take any task over that lies at the case's stage. */
function colleagueFor(facts: CaseFacts): Colleague {
  const { unitId } = currentStage(facts);
  const ids = [`colleague@${unitId}`, `another@${unitId}`];
  const accountId = ids.find((id) => facts.tasks.every((task) => task.assigneeId !== id)) ?? '';
  const roles: Role[] = ['CLERK', 'SECTION_HEAD', 'DEPARTMENT_APPROVER'];
  return { accountId, displayName: '同事', unitId, roles };
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
    tasks: tasksAfter(facts, decision),
    supplementNotices: facts.supplementNotices + (verb === 'requestSupplement' ? 1 : 0),
    issued: facts.issued || verb === 'issue',
    returned: facts.returned || verb === 'returnToCounter',
    extended: facts.extended || verb === 'extend',
    recusedIds: verb === 'recuse' ? [...facts.recusedIds, actor.accountId] : facts.recusedIds,
  };
  return { facts: after, decision };
}

function tasksAfter(facts: CaseFacts, { tasks, open }: Decision): TaskFacts[] {
  const left = facts.tasks.flatMap((task) => {
    const change = tasks.find(({ id }) => id === task.id);
    if (!change) return [task];
    const { to: state, assigneeId } = change;
    return state === 'OPEN' || state === 'CLAIMED' ? [{ ...task, state, assigneeId }] : [];
  });
  const opened = open.map(({ stageIndex, stage }): TaskFacts => {
    const id = `${stageIndex} ${stage.name}`;
    return { id, stageIndex, state: 'OPEN', assigneeId: null, helperIds: [] };
  });
  return [...left, ...opened];
}

/** Everybody who could have to do with a case: each post at each unit on its way. */
export function everybodyOn(facts: CaseFacts): Actor[] {
  const posts: Role[] = ['CLERK', 'SECTION_HANDLER', 'SECTION_HEAD', 'DEPARTMENT_APPROVER'];
  const units = new Set([facts.takingUnitId, ...facts.stages.map(({ unitId }) => unitId)]);
  return [...units].flatMap((unitId) => posts.map((post) => person(unitId, post)));
}

/** The running clocks of a case, by kind; a kind runs once, side by side once for each part (R74). */
export class ClockFace {
  readonly running = new Map<string, 'RUNNING' | 'PAUSED'>();

  has(state: 'RUNNING' | 'PAUSED'): boolean {
    return [...this.running.values()].includes(state);
  }

  /** @throws Error when a clock is started that runs already */
  apply(changes: ClockChanges): void {
    for (const clock of [...this.running.keys()]) {
      const state = this.running.get(clock);
      const [kind, part] = clock.split('#');
      const meant = [undefined, part].includes(changes.part?.toString()) || part === undefined;
      if (changes.stop === 'ALL' || (meant && changes.stop.some((stopped) => stopped === kind))) {
        this.running.delete(clock);
      } else if (changes.pause) this.running.set(clock, 'PAUSED');
      else if (changes.resume && state === 'PAUSED') this.running.set(clock, 'RUNNING');
    }
    for (const { kind, part } of changes.start) {
      const clock = part === undefined ? kind : `${kind}#${part}`;
      if (this.running.has(clock)) throw new Error(`${clock} is started twice`);
      this.running.set(clock, 'RUNNING');
    }
  }
}

/** Where a case is, for the message of a failing test. */
export function whereIs(facts: CaseFacts): string {
  return `${facts.state} at ${facts.stageIndex} ${currentStage(facts).kind}`;
}
