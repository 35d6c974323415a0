import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/index.js';
import { IntakeModule } from '../intake/index.js';
import { OfferingsModule } from '../offerings/index.js';
import { AppointmentQueries } from './appointment.queries.js';
import { AppointmentSettingsOfHall } from './appointment-settings.js';
import { AppointmentsController } from './appointments.controller.js';
import { ArrangeVisit } from './arrange-visit.js';
import { BookAppointment } from './book-appointment.js';
import { EndOfDay } from './end-of-day.js';
import { GoOnVisit } from './go-on-visit.js';
import { HomeVisitQueries } from './home-visit.queries.js';
import { HomeVisitsController } from './home-visits.controller.js';
import { OwnAppointment } from './own-appointment.js';
import { PublicAppointmentsController } from './public-appointments.controller.js';
import { ReceiveAppointment } from './receive-appointment.js';
import { SlotQueries } from './slot.queries.js';
import { VisitedHalls } from './visited-hall.js';

@Module({
  imports: [DeadlinesModule, IntakeModule, OfferingsModule],
  controllers: [AppointmentsController, HomeVisitsController, PublicAppointmentsController],
  providers: [
    AppointmentQueries,
    AppointmentSettingsOfHall,
    ArrangeVisit,
    BookAppointment,
    EndOfDay,
    GoOnVisit,
    HomeVisitQueries,
    OwnAppointment,
    ReceiveAppointment,
    SlotQueries,
    VisitedHalls,
  ],
  exports: [BookAppointment, EndOfDay, OwnAppointment, SlotQueries],
})
export class AppointmentsModule {}
