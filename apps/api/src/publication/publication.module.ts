import { Module } from '@nestjs/common';
import { PublicationQueries } from './publication.queries.js';
import { PublicationsController } from './publications.controller.js';
import { RecordPublications } from './record-publications.js';

@Module({
  controllers: [PublicationsController],
  providers: [PublicationQueries, RecordPublications],
})
export class PublicationModule {}
