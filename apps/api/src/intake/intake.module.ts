import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/index.js';
import { OfferingsModule } from '../offerings/index.js';
import { WorkflowModule } from '../workflow/index.js';
import { AddressesOfSenders } from './addresses-of-senders.js';
import { AgentLetter } from './agent-letter.js';
import { AgentQueries } from './agent.queries.js';
import { ApplicationQueries } from './application.queries.js';
import { ApplicationsController } from './applications.controller.js';
import { CorrectCase } from './correct-case.js';
import { DownloadFile } from './download-file.js';
import { IntakeController } from './intake.controller.js';
import { IntakeVerbs } from './intake-verbs.js';
import { IntakeVerbsController } from './intake-verbs.controller.js';
import { GuardedTails } from './guarded-tails.js';
import { KeepParties } from './keep-parties.js';
import { MaterialQueries } from './material.queries.js';
import { MaterialsOfCase } from './materials-of-case.js';
import { PartiesController } from './parties.controller.js';
import { FilesController } from './files.controller.js';
import { PreviewFile } from './preview-file.js';
import { ProgressQueries } from './progress.queries.js';
import { ReceiptQueries } from './receipt.queries.js';
import { ReceiveMaterial } from './receive-material.js';
import { RegisterApplication } from './register-application.js';
import { RegisterCase } from './register-case.js';
import { SealedApplicants } from './sealed-applicant.js';
import { SealedPeople } from './sealed-people.js';
import { SearchApplicants } from './search-applicants.js';
import { TrackCase } from './track-case.js';
import { TrackingQueries } from './tracking.queries.js';
import { UnmaskApplicant } from './unmask-applicant.js';
import { ApplicantController } from './applicant.controller.js';

@Module({
  imports: [DeadlinesModule, OfferingsModule, WorkflowModule],
  controllers: [
    ApplicantController,
    ApplicationsController,
    FilesController,
    IntakeController,
    IntakeVerbsController,
    PartiesController,
  ],
  providers: [
    AddressesOfSenders,
    AgentLetter,
    AgentQueries,
    ApplicationQueries,
    CorrectCase,
    DownloadFile,
    GuardedTails,
    IntakeVerbs,
    KeepParties,
    MaterialQueries,
    MaterialsOfCase,
    PreviewFile,
    ProgressQueries,
    ReceiptQueries,
    ReceiveMaterial,
    RegisterApplication,
    RegisterCase,
    SealedApplicants,
    SealedPeople,
    SearchApplicants,
    TrackCase,
    TrackingQueries,
    UnmaskApplicant,
  ],
  exports: [
    AddressesOfSenders,
    GuardedTails,
    MaterialQueries,
    ProgressQueries,
    RegisterCase,
    SealedApplicants,
    SealedPeople,
  ],
})
export class IntakeModule {}
