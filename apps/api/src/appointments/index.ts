export { Appointment, AppointmentSetting, HomeVisit } from './appointment.entity.js';
export { AppointmentsModule } from './appointments.module.js';
export { BookAppointment } from './book-appointment.js';
export { EndOfDay } from './end-of-day.js';
export { OwnAppointment } from './own-appointment.js';
export { SlotQueries } from './slot.queries.js';
export { VISIT_CLOCK, VISITORS } from './appointment.row.js';
export { AppointmentProofDto, BookAppointmentDto } from './appointments.dto.js';
export type { BookedDto, SlotsDto } from './appointments.dto.js';
