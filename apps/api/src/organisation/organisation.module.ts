import { Module } from '@nestjs/common';
import { OrganisationController } from './organisation.controller.js';
import { OrganisationQueries } from './organisation.queries.js';
import { UnitQueries } from './unit.queries.js';

@Module({
  controllers: [OrganisationController],
  providers: [OrganisationQueries, UnitQueries],
  exports: [UnitQueries],
})
export class OrganisationModule {}
