export { Publication } from './publication.entity.js';
export { PublicationModule } from './publication.module.js';
export { GuideErrorFilter } from './guide-error.filter.js';
export type { Reader } from './guide-frame.js';
export { asPage, CurrentReader } from './guide-reader.js';
export { html, type Html } from './html.js';
export { drawPage, type Frame } from './pages/frame.js';
export { ServicePromises } from './service-promises.entity.js';
