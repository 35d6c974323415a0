import { mayTakeRequests, type Actor } from '../identity/index.js';
import { receptionError } from './errors.js';

/** Why somebody is called before others. */
export const TICKET_PRIORITIES = ['NONE', 'APPOINTMENT', 'ELDERLY', 'DISABLED'] as const;
export type TicketPriority = (typeof TICKET_PRIORITIES)[number];

export const TICKET_STATES = ['WAITING', 'CALLED', 'SERVING', 'FINISHED', 'SKIPPED'] as const;
export type TicketState = (typeof TICKET_STATES)[number];

export const TICKET_VERBS = ['recall', 'start', 'skip', 'transfer', 'finish', 'requeue'] as const;
export type TicketVerb = (typeof TICKET_VERBS)[number];

export type CounterKind = 'COMPREHENSIVE' | 'SPECIAL';

export interface TicketFacts {
  state: TicketState;
  unitId: string;
}

/**
 * Minutes by which a ticket goes before one that was taken at the same moment. Whoever has no priority
 * never waits longer for it than for those who came in the next half hour: nobody is passed for ever.
 */
const HEAD_START_MINUTES: Record<TicketPriority, number> = {
  NONE: 0,
  APPOINTMENT: 30,
  ELDERLY: 15,
  DISABLED: 15,
};

const LETTERS: Record<TicketPriority, string> = {
  NONE: 'A',
  APPOINTMENT: 'B',
  ELDERLY: 'C',
  DISABLED: 'C',
};

const MOST_OF_A_LETTER = 999;

const FROM: Record<TicketVerb, readonly TicketState[]> = {
  recall: ['CALLED'],
  start: ['CALLED'],
  skip: ['CALLED'],
  transfer: ['CALLED', 'SERVING'],
  finish: ['SERVING'],
  requeue: ['SKIPPED'],
};

const TO: Record<TicketVerb, TicketState> = {
  recall: 'CALLED',
  start: 'SERVING',
  skip: 'SKIPPED',
  transfer: 'WAITING',
  finish: 'FINISHED',
  requeue: 'WAITING',
};

/** R40: tickets are called in the order of these instants, first come first served but for a head start. */
export function rankOfTicket(takenAt: Date, priority: TicketPriority): Date {
  return new Date(takenAt.getTime() - HEAD_START_MINUTES[priority] * 60_000);
}

/** What the ticket of a priority begins with; each letter counts for itself. */
export function letterOfTicket(priority: TicketPriority): string {
  return LETTERS[priority];
}

/**
 * A letter and three digits, such as A012.
 *
 * @throws DomainError `ticket.day_full`
 */
export function ticketNumberOf(letter: string, serial: number): string {
  if (serial > MOST_OF_A_LETTER) throw receptionError('ticket.day_full');
  return `${letter}${String(serial).padStart(3, '0')}`;
}

/** R40: a comprehensive counter takes whoever is next, for any item; a special one only who is sent there. */
export function takesAnybody(kind: CounterKind): boolean {
  return kind === 'COMPREHENSIVE';
}

/** @throws DomainError `ticket.not_yours`, `ticket.verb_not_allowed` */
export function decideTicket(facts: TicketFacts, verb: TicketVerb, actor: Actor): TicketState {
  if (!mayTakeRequests(actor) || facts.unitId !== actor.unitId)
    throw receptionError('ticket.not_yours');
  if (!FROM[verb].includes(facts.state)) throw receptionError('ticket.verb_not_allowed');
  return TO[verb];
}

/** What the actor may do now; screens draw their buttons from it. */
export function allowedTicketVerbs(facts: TicketFacts, actor: Actor): TicketVerb[] {
  if (!mayTakeRequests(actor) || facts.unitId !== actor.unitId) return [];
  return TICKET_VERBS.filter((verb) => FROM[verb].includes(facts.state));
}
