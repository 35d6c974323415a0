import type { CasePath, ItemRules, SpecialProcedure, Stage } from '../catalog/index.js';
import type { CaseState } from './states.js';

/** A stage with the unit that works on it. */
export interface CaseStage extends Stage {
  unitId: string;
  unitName: string;
}

export interface TaskFacts {
  id: string;
  state: 'OPEN' | 'CLAIMED';
  assigneeId: string | null;
}

/** All that the rules may know of a case; loaded before they are asked. */
export interface CaseFacts {
  state: CaseState;
  path: CasePath;
  takingUnitId: string;
  stages: readonly CaseStage[];
  stageIndex: number;
  task: TaskFacts | null;
  supplementRequested: boolean;
  issued: boolean;
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
  };
}

export function currentStage(facts: Pick<CaseFacts, 'stages' | 'stageIndex'>): CaseStage {
  const stage = facts.stages[facts.stageIndex];
  if (!stage) throw new Error(`stage ${facts.stageIndex} of ${facts.stages.length}`);
  return stage;
}
