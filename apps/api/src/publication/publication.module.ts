import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { GuideFilesController } from './guide-files.controller.js';
import { GuidePages } from './guide-pages.js';
import { GuideController } from './guide.controller.js';
import { GuideQueries } from './guide.queries.js';
import { PrintedPapers } from './printed-papers.js';
import { PublicFrames } from './public-frames.js';
import { PublicationQueries } from './publication.queries.js';
import { PublicationsController } from './publications.controller.js';
import { RecordPublications } from './record-publications.js';

@Module({
  imports: [CatalogModule],
  controllers: [GuideController, GuideFilesController, PublicationsController],
  providers: [
    GuidePages,
    GuideQueries,
    PrintedPapers,
    PublicFrames,
    PublicationQueries,
    RecordPublications,
  ],
  exports: [PublicFrames],
})
export class PublicationModule {}
