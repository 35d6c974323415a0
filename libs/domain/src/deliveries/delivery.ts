import { mayTakeRequests, type Actor } from '../identity/index.js';
import type { LocalDate } from '../deadlines/index.js';
import { checkIdentityNumber } from '../intake/index.js';
import { workflowError, type CaseState } from '../workflow/index.js';
import { deliveryError } from './errors.js';

/** SENT: with the carrier, or with a colleague on the way to the applicant's home. */
export const DELIVERY_STATES = ['SENT', 'DELIVERED', 'RETURNED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Ways by which a result leaves the counter before it is received. */
export const SENDING_METHODS = ['POST', 'HOME_VISIT'] as const;
export type SendingMethod = (typeof SENDING_METHODS)[number];

export const REMINDER_WAYS = ['TELEPHONE', 'MESSAGE', 'VISIT', 'OTHER'] as const;
export type ReminderWay = (typeof REMINDER_WAYS)[number];

/** Working days that a result lies at the counter before the applicant is reminded, and between reminders. */
const FIRST_REMINDER_DAYS = 3;
const NEXT_REMINDER_DAYS = 5;

export interface WaitingFacts {
  state: CaseState;
  issued: boolean;
  takingUnitId: string;
  /** A delivery that has left and not arrived. */
  onItsWay: boolean;
}

/**
 * R57, R61: the counter that took the case delivers, and nobody else.
 *
 * @throws DomainError `case.not_yours`, `delivery.not_waiting`, `case.not_issued`
 */
export function resultWaitsAtThisCounter(facts: WaitingFacts, actor: Actor): void {
  if (actor.unitId !== facts.takingUnitId || !mayTakeRequests(actor)) {
    throw workflowError('case.not_yours');
  }
  if (facts.state !== 'DECIDED') throw deliveryError('delivery.not_waiting');
  if (!facts.issued) throw workflowError('case.not_issued');
}

/** @throws DomainError `delivery.on_its_way`, and those of {@link resultWaitsAtThisCounter} */
export function resultLiesAtThisCounter(facts: WaitingFacts, actor: Actor): void {
  resultWaitsAtThisCounter(facts, actor);
  if (facts.onItsWay) throw deliveryError('delivery.on_its_way');
}

/** @throws DomainError `delivery.nothing_on_its_way`, and those of {@link resultWaitsAtThisCounter} */
export function resultIsOnItsWay(facts: WaitingFacts, actor: Actor): void {
  resultWaitsAtThisCounter(facts, actor);
  if (!facts.onItsWay) throw deliveryError('delivery.nothing_on_its_way');
}

export interface HandOver {
  signature?: string | undefined;
  signedOnPaper?: boolean | undefined;
  /** Of a person who collects for the applicant. */
  agentIdentityNumber?: string | undefined;
  relation?: string | undefined;
}

/**
 * R57: who receives signs, on the screen or on paper; who collects for another shows an identity card.
 *
 * @returns the checked identity number of the agent, if there is one
 * @throws DomainError `delivery.signature_missing`, `delivery.agent_unproven`
 */
export function receiptIsProven(input: HandOver, today: LocalDate): string | null {
  if (!input.signature && !input.signedOnPaper) throw deliveryError('delivery.signature_missing');
  const { agentIdentityNumber: number, relation } = input;
  if (number === undefined && relation === undefined) return null;
  const check = checkIdentityNumber(number ?? '', today);
  if (!check.valid || !relation?.trim()) {
    throw deliveryError('delivery.agent_unproven', undefined, [
      {
        field: check.valid ? 'relation' : 'agentIdentityNumber',
        code: 'delivery.agent_unproven',
        detail: check.valid ? '请写明与申请人的关系。' : '代领人身份证号码有误，请核对。',
      },
    ]);
  }
  return check.number;
}

/**
 * Whether the applicant is to be reminded today that the result is waiting.
 *
 * @param waiting working days since the result was issued
 * @param sinceLast working days since the last reminder; null where there was none
 */
export function reminderIsDue(waiting: number, sinceLast: number | null): boolean {
  if (sinceLast === null) return waiting >= FIRST_REMINDER_DAYS;
  return sinceLast >= NEXT_REMINDER_DAYS;
}
