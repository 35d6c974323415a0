import { Module } from '@nestjs/common';
import { OfferingsModule } from '../offerings/index.js';
import { WorkflowModule } from '../workflow/index.js';
import { CorrectCase } from './correct-case.js';
import { DownloadFile } from './download-file.js';
import { IntakeController } from './intake.controller.js';
import { IntakeVerbs } from './intake-verbs.js';
import { IntakeVerbsController } from './intake-verbs.controller.js';
import { MaterialQueries } from './material.queries.js';
import { MaterialsOfCase } from './materials-of-case.js';
import { ProgressQueries } from './progress.queries.js';
import { ReceiptQueries } from './receipt.queries.js';
import { ReceiveMaterial } from './receive-material.js';
import { RegisterCase } from './register-case.js';
import { SealedApplicants } from './sealed-applicant.js';
import { SearchApplicants } from './search-applicants.js';
import { UnmaskApplicant } from './unmask-applicant.js';
import { ApplicantController } from './applicant.controller.js';

@Module({
  imports: [OfferingsModule, WorkflowModule],
  controllers: [ApplicantController, IntakeController, IntakeVerbsController],
  providers: [
    CorrectCase,
    DownloadFile,
    IntakeVerbs,
    MaterialQueries,
    MaterialsOfCase,
    ProgressQueries,
    ReceiptQueries,
    ReceiveMaterial,
    RegisterCase,
    SealedApplicants,
    SearchApplicants,
    UnmaskApplicant,
  ],
})
export class IntakeModule {}
