export { Publication } from './publication.entity.js';
export { PublicationModule } from './publication.module.js';
