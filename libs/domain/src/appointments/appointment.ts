import { localDateOf } from '../deadlines/index.js';
import { appointmentError } from './errors.js';

/** MISSED is a no-show; SERVED has become a case. */
export const APPOINTMENT_STATES = [
  'BOOKED',
  'CHECKED_IN',
  'SERVED',
  'CANCELLED',
  'MISSED',
] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

export const APPOINTMENT_ACTIONS = ['checkIn', 'cancel', 'register'] as const;
export type AppointmentAction = (typeof APPOINTMENT_ACTIONS)[number];

export interface AppointmentFacts {
  state: AppointmentState;
  slotAt: Date;
}

/** Appointments that one network address may make a day; a whole village may stand behind one. */
export const APPOINTMENTS_A_DAY = 40;

/** Days after which what is left of a person in an appointment that is over is deleted. */
export const FORGOTTEN_AFTER_DAYS = 30;

/** @throws DomainError `appointment.not_booked` */
export function mayBeCancelled({ state }: AppointmentFacts): void {
  if (state !== 'BOOKED') throw appointmentError('appointment.not_booked');
}

/** @throws DomainError `appointment.not_booked`, `appointment.other_day` */
export function mayBeCheckedIn({ state, slotAt }: AppointmentFacts, now: Date): void {
  if (state !== 'BOOKED') throw appointmentError('appointment.not_booked');
  if (localDateOf(slotAt) !== localDateOf(now)) throw appointmentError('appointment.other_day');
}

/** @throws DomainError `appointment.not_checked_in`, `appointment.not_booked` */
export function mayBecomeACase({ state }: AppointmentFacts): void {
  if (state === 'BOOKED') throw appointmentError('appointment.not_checked_in');
  if (state !== 'CHECKED_IN') throw appointmentError('appointment.not_booked');
}

/** What may be done with it now; the pages draw their buttons from it. */
export function appointmentActions(facts: AppointmentFacts, now: Date): AppointmentAction[] {
  const allowed = (rule: () => void) => {
    try {
      rule();
      return true;
    } catch {
      return false;
    }
  };
  const rules: Record<AppointmentAction, () => void> = {
    checkIn: () => mayBeCheckedIn(facts, now),
    cancel: () => mayBeCancelled(facts),
    register: () => mayBecomeACase(facts),
  };
  return APPOINTMENT_ACTIONS.filter((action) => allowed(rules[action]));
}
