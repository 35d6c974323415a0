import { Module } from '@nestjs/common';
import { IntakeModule } from '../intake/index.js';
import { CallNext } from './call-next.js';
import { ConsultationStatistics } from './consultation-statistics.queries.js';
import { ConsultationQueries } from './consultation.queries.js';
import { ConsultationVerbsController } from './consultation-verbs.controller.js';
import { ConsultationsController } from './consultations.controller.js';
import { DraftOfConsultation } from './draft-of-consultation.js';
import { HallController } from './hall.controller.js';
import { OpenCaseOfConsultation } from './open-case-of-consultation.js';
import { PerformConsultationVerb } from './perform-consultation-verb.js';
import { PerformTicketVerb } from './perform-ticket-verb.js';
import { QueueStatistics } from './queue-statistics.queries.js';
import { QueueController } from './queue.controller.js';
import { QueueQueries } from './queue.queries.js';
import { RecipientQueries } from './recipient.queries.js';
import { RecordConsultation } from './record-consultation.js';
import { SealedContacts } from './sealed-contact.js';
import { TakeTicket } from './take-ticket.js';

@Module({
  imports: [IntakeModule],
  controllers: [
    ConsultationsController,
    ConsultationVerbsController,
    HallController,
    QueueController,
  ],
  providers: [
    CallNext,
    ConsultationQueries,
    ConsultationStatistics,
    DraftOfConsultation,
    OpenCaseOfConsultation,
    PerformConsultationVerb,
    PerformTicketVerb,
    QueueQueries,
    QueueStatistics,
    RecipientQueries,
    RecordConsultation,
    SealedContacts,
    TakeTicket,
  ],
})
export class ReceptionModule {}
