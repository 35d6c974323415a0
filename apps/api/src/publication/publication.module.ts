import { Module } from '@nestjs/common';
import { BooksModule } from '../books/index.js';
import { CatalogModule } from '../catalog/index.js';
import { CentrePages } from './centre-pages.js';
import { GuideFilesController } from './guide-files.controller.js';
import { GuidePages } from './guide-pages.js';
import { GuideController } from './guide.controller.js';
import { GuideQueries } from './guide.queries.js';
import { PrintedPapers } from './printed-papers.js';
import { PublicFrames } from './public-frames.js';
import { PublicationQueries } from './publication.queries.js';
import { PublicationsController } from './publications.controller.js';
import { PublishPromises } from './publish-promises.js';
import { RecordPublications } from './record-publications.js';
import { ServicePromisesController } from './service-promises.controller.js';
import { ServicePromiseQueries } from './service-promises.queries.js';

@Module({
  imports: [CatalogModule, BooksModule],
  controllers: [
    GuideController,
    GuideFilesController,
    PublicationsController,
    ServicePromisesController,
  ],
  providers: [
    CentrePages,
    GuidePages,
    GuideQueries,
    PrintedPapers,
    PublicFrames,
    PublicationQueries,
    PublishPromises,
    RecordPublications,
    ServicePromiseQueries,
  ],
  exports: [PublicFrames],
})
export class PublicationModule {}
