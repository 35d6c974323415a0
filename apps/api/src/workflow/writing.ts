import type { Actor, CaseVerb, Decision, VerbInput } from '@yikou/domain';
import type { Case } from './case.entity.js';
import type { CaseRow } from './case.row.js';

/** Entered with a verb and only written down. */
export interface WrittenVerb {
  opinion?: string;
  resultNumber?: string;
  /** Sealed. */
  receiver?: string;
  receiverMasked?: string;
  proof?: string;
  /** Asked of a colleague. */
  question?: string;
  /** What an applicant was told of an extension. */
  notice?: string;
}

export interface Writing {
  row: CaseRow;
  verb: CaseVerb;
  decision: Decision;
  /** Nobody where the clock brings it about. */
  actor: Actor | null;
  now: Date;
  patch: Partial<Case>;
  input: VerbInput & WrittenVerb;
}
