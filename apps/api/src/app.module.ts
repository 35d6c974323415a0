import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import {
  DatabaseModule,
  PlatformModule,
  ProblemFilter,
  RequestContextInterceptor,
  type Clock,
  type Settings,
} from '@yikou/platform';
import { ApplicantPagesModule } from './applicant-pages/index.js';
import { AppointmentsModule } from './appointments/index.js';
import { ArchivesModule } from './archives/index.js';
import { AuditModule } from './audit/index.js';
import { BooksModule } from './books/index.js';
import { AuthorisationsModule } from './authorisations/index.js';
import { CatalogModule } from './catalog/index.js';
import { CombingModule } from './combing/index.js';
import { CustodyModule } from './custody/index.js';
import { DeadlinesModule } from './deadlines/index.js';
import { DeliveriesModule } from './deliveries/index.js';
import { ENTITIES } from './entities.js';
import { FindingModule } from './finding/index.js';
import { FilingsModule } from './filings/index.js';
import { HealthController } from './health.controller.js';
import { IdentityModule } from './identity/index.js';
import { IntakeModule } from './intake/index.js';
import { LiveModule } from './live/index.js';
import { OfferingsModule } from './offerings/index.js';
import { OrganisationModule } from './organisation/index.js';
import { PreregistrationModule } from './preregistration/index.js';
import { PapersModule } from './papers/index.js';
import { PublicationModule } from './publication/index.js';
import { ReceptionModule } from './reception/index.js';
import { WorkflowModule } from './workflow/index.js';

/** The one module graph behind all doors. */
@Module({})
export class AppModule {
  static with(settings: Settings, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(settings, clock),
        DatabaseModule.forRoot(ENTITIES),
        IdentityModule,
        LiveModule,
        AuditModule,
        OrganisationModule,
        CatalogModule,
        BooksModule,
        PublicationModule,
        CombingModule,
        AuthorisationsModule,
        OfferingsModule,
        DeadlinesModule,
        WorkflowModule,
        IntakeModule,
        FindingModule,
        AppointmentsModule,
        PreregistrationModule,
        CustodyModule,
        PapersModule,
        FilingsModule,
        DeliveriesModule,
        ArchivesModule,
        ApplicantPagesModule,
        ReceptionModule,
      ],
      controllers: [HealthController],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: RequestContextInterceptor },
      ],
    };
  }
}
