export { GuideErrorFilter } from './guide-error.filter.js';
export type { Reader } from './guide-frame.js';
export { asPage, CurrentReader } from './guide-reader.js';
export { html, type Html, type Piece } from './html.js';
export { dialled, drawPage, link, type Frame } from './pages/frame.js';
export { PublicFrames } from './public-frames.js';
export { Publication } from './publication.entity.js';
export { PublicationModule } from './publication.module.js';
export { ServicePromises } from './service-promises.entity.js';
