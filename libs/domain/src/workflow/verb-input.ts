import type { Actor } from '../identity/index.js';
import type { Situation } from './facts.js';
import type { Outcome } from './states.js';

/** Somebody of a unit who may be given a task or asked for help. */
export type Colleague = Pick<Actor, 'accountId' | 'displayName' | 'unitId' | 'roles'>;

/** What the person entered with the verb; each verb reads its own part. */
export interface VerbInput {
  /** Names listed in the supplement notice. */
  listedMaterials?: readonly string[];
  procedureKind?: string;
  outcome?: Outcome;
  reason?: string;
  remedy?: string;
  deliveryMethod?: string;
  /** The task that is meant; nothing said is the one that the verb fits. */
  taskId?: string;
  /** Who is given the task or asked for help; nobody where no such person is in post. */
  colleague?: Colleague;
  /** Days by which the limit is extended, in the limit's own unit. */
  days?: number;
  /** R73: what was not known when the first notice was given. */
  newFacts?: string;
}

export type InputRule = (situation: Situation, input: VerbInput, actor: Actor | null) => void;
