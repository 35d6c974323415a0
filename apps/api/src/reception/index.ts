export { Consultation, ConsultationHandOver, Ticket, TicketSerial } from './reception.entity.js';
export { ReceptionModule } from './reception.module.js';
