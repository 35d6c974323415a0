export { MaterialDto } from './catalog.dto.js';
export { ItemVersion, Offering, ServiceItem } from './catalog.entity.js';
export { ItemDraft, ItemDraftComment } from './draft.entity.js';
export { CatalogModule } from './catalog.module.js';
export { CATALOG_CLOCK, PublishVersion } from './publish-version.js';
export { CatalogQueries } from './catalog.queries.js';
export type { ItemContent } from './item-content.js';
export { STORED_VERSION } from './stored-version.js';
