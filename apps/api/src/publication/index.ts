export { html, type Html } from './html.js';
export { Publication } from './publication.entity.js';
export { PublicationModule } from './publication.module.js';
