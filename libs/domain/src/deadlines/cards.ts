import { hasAnyRole, type Actor, type Role } from '../identity/index.js';
import { deadlineError } from './errors.js';
import type { DeadlineKind } from './kind.js';
import type { Limit } from './limit.js';

/** 黄牌、红牌 */
export const CARD_COLOURS = ['YELLOW', 'RED'] as const;
export type CardColour = (typeof CARD_COLOURS)[number];

export const CARD_STATES = ['ISSUED', 'REPLIED', 'ACCEPTED', 'WITHDRAWN'] as const;
export type CardState = (typeof CARD_STATES)[number];

export const CARD_VERBS = ['reply', 'accept', 'return'] as const;
export type CardVerb = (typeof CARD_VERBS)[number];

/** The limits whose amber and red lights are somebody's lapse; the whole case's legal limit repeats the promise. */
export const CARD_KINDS: readonly DeadlineKind[] = [
  'ON_THE_SPOT',
  'TRANSFER',
  'UPLOAD',
  'TASK',
  'PROMISE',
  'UPPER_STAGE',
];

/** A red card is answered within two working days. */
export const CARD_REPLY_LIMIT: Limit = { amount: 2, unit: 'WORKING_DAY' };

/** The clock that the reply to a red card runs on. */
export const CARD_REPLY_KIND: DeadlineKind = 'RECTIFICATION';

export interface CardFacts {
  colour: CardColour;
  state: CardState;
  unitId: string;
  /** A station has nobody above its clerks. */
  unitKind: string;
}

const HEADS: readonly Role[] = ['SECTION_HEAD', 'CENTRE_ADMINISTRATOR', 'DEPARTMENT_APPROVER'];

/** What the actor may do with a card now: the unit replies by its head, the district's office judges the reply. */
export function cardVerbsOf(card: CardFacts, actor: Actor): CardVerb[] {
  if (card.colour !== 'RED') return [];
  if (card.state === 'ISSUED' && answersFor(card, actor)) return ['reply'];
  const judges = hasAnyRole(actor, ['DISTRICT_SUPERVISOR']);
  return card.state === 'REPLIED' && judges ? ['accept', 'return'] : [];
}

/** @throws DomainError `card.not_yours` for another unit's or rank's, `card.not_waiting` in another state */
export function assertCardVerb(card: CardFacts, verb: CardVerb, actor: Actor): void {
  if (cardVerbsOf(card, actor).includes(verb)) return;
  if (verb === 'reply' && !answersFor(card, actor)) throw deadlineError('card.not_yours');
  throw deadlineError('card.not_waiting');
}

function answersFor({ unitId, unitKind }: CardFacts, actor: Actor): boolean {
  const roles: readonly Role[] = unitKind === 'STATION' ? ['CLERK'] : HEADS;
  return actor.unitId === unitId && hasAnyRole(actor, roles);
}
