import {
  appointmentActions,
  spokenVisitCode,
  type AppointmentFacts,
  type AppointmentState,
} from '@yikou/domain';
import type { AppointmentDto, BookedDto } from './appointments.dto.js';

/** Under which the policies of the tables know what applicants do on the public pages. */
export const VISITORS = 'visitors';
/** And what time does by itself. */
export const VISIT_CLOCK = 'visit-clock';

export interface AppointmentRow {
  id: string;
  code: string;
  state: AppointmentState;
  item_code: string;
  item_name: string;
  slot_at: Date;
  counter: number;
  applicant_name: string;
}

export interface BookedRow extends AppointmentRow {
  unit_name: string;
  address: string | null;
  telephone: string | null;
}

export interface DayRow extends AppointmentRow {
  booked_at: Date;
  booked_by_id: string | null;
  checked_in_at: Date | null;
  case_id: string | null;
}

export const APPOINTMENT_COLUMNS = `p.id, p.code, p.state, p.item_code, p.item_name, p.slot_at, p.counter,
  p.applicant_name`;

export const factsOf = ({ state, slot_at: slotAt }: AppointmentRow): AppointmentFacts => ({
  state,
  slotAt,
});

export function drawBooked(row: BookedRow, now: Date): BookedDto {
  return {
    code: spokenVisitCode(row.code),
    state: row.state,
    unitName: row.unit_name,
    address: row.address,
    telephone: row.telephone,
    itemCode: row.item_code,
    itemName: row.item_name,
    slotAt: row.slot_at,
    counter: row.counter,
    applicantName: row.applicant_name,
    mayCancel: appointmentActions(factsOf(row), now).includes('cancel'),
  };
}

export function drawAppointment(row: DayRow, now: Date): AppointmentDto {
  return {
    id: row.id,
    code: spokenVisitCode(row.code),
    state: row.state,
    itemCode: row.item_code,
    itemName: row.item_name,
    slotAt: row.slot_at,
    counter: row.counter,
    applicantName: row.applicant_name,
    bookedAt: row.booked_at,
    byHall: row.booked_by_id !== null,
    checkedInAt: row.checked_in_at,
    caseId: row.case_id,
    allowedActions: appointmentActions(factsOf(row), now),
  };
}
