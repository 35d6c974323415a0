import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../appointments/index.js';
import { CatalogModule } from '../catalog/index.js';
import { IntakeModule } from '../intake/index.js';
import { PreregistrationModule } from '../preregistration/index.js';
import { PublicationModule } from '../publication/index.js';
import { BookingPageController } from './booking-page.controller.js';
import { HallsForItem } from './halls-for-item.js';
import { OwnAppointmentPageController } from './own-appointment-page.controller.js';
import { PapersOfCase } from './papers-of-case.js';
import { PreregistrationPageController } from './preregistration-page.controller.js';
import { ProgressPageController } from './progress-page.controller.js';

@Module({
  imports: [
    AppointmentsModule,
    CatalogModule,
    IntakeModule,
    PreregistrationModule,
    PublicationModule,
  ],
  controllers: [
    BookingPageController,
    OwnAppointmentPageController,
    PreregistrationPageController,
    ProgressPageController,
  ],
  providers: [HallsForItem, PapersOfCase],
})
export class ApplicantPagesModule {}
