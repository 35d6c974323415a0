export { Publication } from './publication.entity.js';
export { PublicationModule } from './publication.module.js';
export { ServicePromises } from './service-promises.entity.js';
