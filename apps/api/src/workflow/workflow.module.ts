import { Module } from '@nestjs/common';
import { AuthorisationsModule } from '../authorisations/index.js';
import { DeadlinesModule } from '../deadlines/index.js';
import { OfferingsModule } from '../offerings/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { IdentityModule } from '../identity/index.js';
import { CaseAuthority } from './case-authority.js';
import { CaseClocks } from './case-clocks.js';
import { CaseQueries } from './case.queries.js';
import { CaseVerbsController } from './case-verbs.controller.js';
import { ChangeHands } from './change-hands.js';
import { DeliverCase } from './deliver-case.js';
import { HandsController } from './hands.controller.js';
import { NoteFlags } from './note-flags.js';
import { OpenCase } from './open-case.js';
import { PerformVerb } from './perform-verb.js';
import { PreviewCase } from './preview-case.js';
import { WorkflowController } from './workflow.controller.js';
import { WorklistQueries } from './worklist.queries.js';

@Module({
  imports: [
    AuthorisationsModule,
    DeadlinesModule,
    IdentityModule,
    OfferingsModule,
    OrganisationModule,
  ],
  controllers: [WorkflowController, CaseVerbsController, HandsController],
  providers: [
    CaseAuthority,
    CaseClocks,
    CaseQueries,
    ChangeHands,
    DeliverCase,
    NoteFlags,
    OpenCase,
    PerformVerb,
    PreviewCase,
    WorklistQueries,
  ],
  exports: [CaseQueries, OpenCase, PerformVerb],
})
export class WorkflowModule {}
