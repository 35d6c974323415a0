import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/index.js';
import { WorkflowModule } from '../workflow/index.js';
import { DeliverResult } from './deliver-result.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveryQueries } from './delivery.queries.js';
import { HandOver } from './hand-over.js';
import { Signatures } from './signatures.js';
import { RemindApplicant } from './remind-applicant.js';
import { SendResult } from './send-result.js';
import { UncollectedQueries } from './uncollected.queries.js';
import { WaitingResults } from './waiting-results.js';

@Module({
  imports: [DeadlinesModule, WorkflowModule],
  controllers: [DeliveriesController],
  providers: [
    DeliverResult,
    DeliveryQueries,
    HandOver,
    RemindApplicant,
    SendResult,
    Signatures,
    UncollectedQueries,
    WaitingResults,
  ],
  exports: [Signatures],
})
export class DeliveriesModule {}
