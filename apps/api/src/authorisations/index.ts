export { AnnounceEndings, AUTHORISATION_CLOCK } from './announce-endings.js';
export { AuthorisationRow } from './authorisation.entity.js';
export { AuthorisationQueries } from './authorisation.queries.js';
export { AuthorisationsModule } from './authorisations.module.js';
