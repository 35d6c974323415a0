import { mayTakeRequests, type Actor } from '../identity/index.js';
import type { PaperKind } from './kinds.js';
import { paperError } from './errors.js';

/** All that the rules know of a case when somebody asks for a paper. */
export interface PaperFacts {
  takingUnitId: string;
  isAccepted: boolean;
  isRefused: boolean;
  isExtended: boolean;
  isDecided: boolean;
  /** The result document stands ready. */
  isIssued: boolean;
  /** What names the last one-time notice; null where none was given. */
  notice: string | null;
  /** Handovers of originals, each with a receipt of its own (R85). */
  handovers: readonly string[];
}

/** A paper that the state of the case calls for. */
export interface OfferedPaper {
  kind: PaperKind;
  /** Tells several of a kind apart, such as two notices; empty where a case has one only. */
  subject: string;
}

/** R13, R41, R57, R73, R85: the papers that the state of a case calls for, in the order of its life. */
export function papersOfState(facts: PaperFacts): OfferedPaper[] {
  const one = (kind: PaperKind, holds: boolean): OfferedPaper[] =>
    holds ? [{ kind, subject: '' }] : [];
  return [
    ...one('RECEIPT', true),
    ...(facts.notice === null ? [] : [{ kind: 'NOTICE' as const, subject: facts.notice }]),
    ...one('ACCEPTANCE', facts.isAccepted),
    ...one('REFUSAL', facts.isRefused),
    ...one('EXTENSION', facts.isExtended),
    ...one('DECISION', facts.isDecided),
    ...one('DELIVERY_RECEIPT', facts.isIssued),
    ...facts.handovers.map((subject) => ({ kind: 'CUSTODY_RECEIPT' as const, subject })),
  ];
}

/** R57: papers are handed over at the counter that took the case, and nowhere else. */
export function mayIssuePapers(facts: Pick<PaperFacts, 'takingUnitId'>, actor: Actor): boolean {
  return actor.unitId === facts.takingUnitId && mayTakeRequests(actor);
}

/** What this person may issue now: none twice while the first one holds. */
export function availablePapers(
  facts: PaperFacts,
  issued: readonly OfferedPaper[],
  actor: Actor,
): OfferedPaper[] {
  if (!mayIssuePapers(facts, actor)) return [];
  return papersOfState(facts).filter((paper) => !issued.some((other) => isSamePaper(other, paper)));
}

/** @throws DomainError `paper.not_yours`, `paper.not_called_for`, `paper.issued_already` */
export function paperMayBeIssued(
  facts: PaperFacts,
  issued: readonly OfferedPaper[],
  wanted: OfferedPaper,
  actor: Actor,
): void {
  if (!mayIssuePapers(facts, actor)) throw paperError('paper.not_yours');
  if (!papersOfState(facts).some((paper) => isSamePaper(paper, wanted))) {
    throw paperError('paper.not_called_for');
  }
  if (issued.some((other) => isSamePaper(other, wanted))) throw paperError('paper.issued_already');
}

/** @throws DomainError `paper.not_yours`, `paper.withdrawn_already` */
export function paperMayBeWithdrawn(
  paper: { unitId: string; isWithdrawn: boolean },
  actor: Actor,
): void {
  if (!mayIssuePapers({ takingUnitId: paper.unitId }, actor)) throw paperError('paper.not_yours');
  if (paper.isWithdrawn) throw paperError('paper.withdrawn_already');
}

const isSamePaper = (one: OfferedPaper, other: OfferedPaper): boolean =>
  one.kind === other.kind && one.subject === other.subject;
