import {
  addDays,
  instantAt,
  localDateOf,
  type HallHours,
  type LocalDate,
  type WorkingCalendar,
} from '../deadlines/index.js';
import { appointmentError } from './errors.js';

/** Length of a slot in minutes. */
export const SLOT_MINUTES = 30;
const SLOT_MS = SLOT_MINUTES * 60_000;

/** How a hall takes appointments; a hall that has set nothing takes one a counter and slot. */
export interface AppointmentSettings {
  /** Appointments that one counter takes in one slot. */
  placesPerCounter: number;
  /** Calendar days after today for which appointments are taken. */
  daysAhead: number;
}

export const USUAL_SETTINGS: AppointmentSettings = { placesPerCounter: 1, daysAhead: 7 };

/** @throws DomainError `appointment.settings_invalid` */
export function settingsArePossible({ placesPerCounter, daysAhead }: AppointmentSettings): void {
  const within = (value: number, most: number) =>
    Number.isInteger(value) && value >= 1 && value <= most;
  if (!within(placesPerCounter, 20) || !within(daysAhead, 60))
    throw appointmentError('appointment.settings_invalid');
}

/**
 * The beginnings of a day's slots: whole ones within the opening hours, none on a day off. Make-up working
 * days have them like any other (T18).
 */
export function slotsOfDay(date: LocalDate, hours: HallHours, calendar: WorkingCalendar): Date[] {
  if (!calendar.isWorkingDay(date)) return [];
  const slots: Date[] = [];
  const closing = instantAt(date, hours.closesAt).getTime();
  for (let at = instantAt(date, hours.opensAt).getTime(); at + SLOT_MS <= closing; at += SLOT_MS) {
    slots.push(new Date(at));
  }
  return slots;
}

/** Today and the working days after it for which appointments are taken. */
export function bookableDays(
  now: Date,
  { daysAhead }: AppointmentSettings,
  calendar: WorkingCalendar,
): LocalDate[] {
  const today = localDateOf(now);
  const days = Array.from({ length: daysAhead + 1 }, (_, n) => addDays(today, n));
  return days.filter((day) => calendar.isWorkingDay(day));
}

export interface SlotPlace {
  hours: HallHours;
  settings: AppointmentSettings;
  calendar: WorkingCalendar;
}

/**
 * R67: a slot is booked on a working day, in opening hours, before it begins, and not too far ahead.
 *
 * @throws DomainError `appointment.slot_past`, `appointment.too_far`, `appointment.slot_unknown`
 */
export function slotMayBeBooked(slotAt: Date, now: Date, place: SlotPlace): void {
  const { hours, settings, calendar } = place;
  if (slotAt <= now) throw appointmentError('appointment.slot_past');
  const date = localDateOf(slotAt);
  if (date > addDays(localDateOf(now), settings.daysAhead))
    throw appointmentError('appointment.too_far');
  const known = slotsOfDay(date, hours, calendar).some((at) => at.getTime() === slotAt.getTime());
  if (!known) throw appointmentError('appointment.slot_unknown');
}
