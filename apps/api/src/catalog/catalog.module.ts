import { Module } from '@nestjs/common';
import { CatalogController } from './catalog.controller.js';
import { CatalogQueries } from './catalog.queries.js';

@Module({
  controllers: [CatalogController],
  providers: [CatalogQueries],
  exports: [CatalogQueries],
})
export class CatalogModule {}
