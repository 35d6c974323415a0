import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/index.js';
import { IntakeModule } from '../intake/index.js';
import { OfferingsModule } from '../offerings/index.js';
import { AddFile } from './add-file.js';
import { ExpirePreregistrations } from './expire-preregistrations.js';
import { PreregistrationController } from './preregistration.controller.js';
import { PreregistrationQueries } from './preregistration.queries.js';
import { ReadSentFile, RegisterPreregistration } from './register-preregistration.js';
import { PreregistrationGate, SendPreregistration } from './send-preregistration.js';
import { SentPreregistrations } from './sent-preregistrations.js';

@Module({
  imports: [DeadlinesModule, IntakeModule, OfferingsModule],
  controllers: [PreregistrationController],
  providers: [
    AddFile,
    ExpirePreregistrations,
    PreregistrationGate,
    PreregistrationQueries,
    ReadSentFile,
    RegisterPreregistration,
    SendPreregistration,
    SentPreregistrations,
  ],
  exports: [AddFile, ExpirePreregistrations, SendPreregistration],
})
export class PreregistrationModule {}
