export { Area, Counter, Posting, Unit } from './organisation.entity.js';
export { OrganisationModule } from './organisation.module.js';
export { UnitQueries, type UnitFacts } from './unit.queries.js';
