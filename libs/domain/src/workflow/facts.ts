import type { CasePath, ItemRules, SpecialProcedure, Stage } from '../catalog/index.js';
import type { CaseState } from './states.js';

/** A stage with the unit that works on it. */
export interface CaseStage extends Stage {
  unitId: string;
  unitName: string;
}

export interface TaskFacts {
  id: string;
  /** The stage that it works on: stages of a parallel group have a task each (R74). */
  stageIndex: number;
  state: 'OPEN' | 'CLAIMED';
  assigneeId: string | null;
  /** Colleagues who were asked for their opinion and have not given it yet. */
  helperIds: readonly string[];
}

/** All that the rules may know of a case; loaded before they are asked. */
export interface CaseFacts {
  state: CaseState;
  path: CasePath;
  takingUnitId: string;
  stages: readonly CaseStage[];
  /** Of a parallel group the first. */
  stageIndex: number;
  /** Those not done yet; more than one only in a parallel group (R74). */
  tasks: readonly TaskFacts[];
  registeredAt: Date;
  /** R73: how many notices of missing materials were given. */
  supplementNotices: number;
  issued: boolean;
  /** The section has given it back to the counter once. */
  returned: boolean;
  /** 行政许可法 §42: the limit was extended. */
  extended: boolean;
  /** Who stays away from this case (回避). */
  recusedIds: readonly string[];
  /** Names of required materials not yet received. */
  missingMaterials: readonly string[];
  item: Pick<
    ItemRules,
    'promisedDays' | 'dayUnit' | 'statutoryDays' | 'statutoryDayUnit' | 'onTheSpotMinutes' | 'level'
  > & {
    specialProcedures: readonly SpecialProcedure[];
    deliveryMethods: readonly string[];
    /** R48: the counter decides in the name of a section. */
    byAuthorisation?: boolean;
    /** 行政许可法 §32: silence for five days counts as acceptance. */
    silenceAccepts?: boolean;
    /** The most by which its limit may be extended; nothing said is the law's ten days. */
    extensionDays?: number | null;
  };
}

/** A case as a verb meets it: at one of its tasks, or at a stage without any. */
export interface Situation extends CaseFacts {
  task: TaskFacts | null;
  stage: CaseStage;
}

/** The places at which a verb can meet the case. */
export function situationsOf(facts: CaseFacts): Situation[] {
  if (facts.tasks.length === 0) return [{ ...facts, task: null, stage: currentStage(facts) }];
  return facts.tasks.map((task) => ({ ...facts, task, stage: stageAt(facts, task.stageIndex) }));
}

export function currentStage(facts: Pick<CaseFacts, 'stages' | 'stageIndex'>): CaseStage {
  return stageAt(facts, facts.stageIndex);
}

function stageAt({ stages }: Pick<CaseFacts, 'stages'>, index: number): CaseStage {
  const stage = stages[index];
  if (!stage) throw new Error(`stage ${index} of ${stages.length}`);
  return stage;
}
