export { ItemQueryDto, MaterialDto } from './catalog.dto.js';
export type { ItemPageDto, ItemSummaryDto, OfferingUnitDto, ThemeDto } from './catalog.dto.js';
export {
  ItemRetirement,
  ItemSearch,
  ItemVersion,
  Offering,
  ServiceItem,
} from './catalog.entity.js';
export { ItemDraft, ItemDraftComment } from './draft.entity.js';
export { CatalogModule } from './catalog.module.js';
export { CATALOG_CLOCK, PublishVersion } from './publish-version.js';
export { CatalogQueries } from './catalog.queries.js';
export { indexItems } from './index-items.js';
export { initialsOf } from './pinyin-of.js';
export { SearchQueries } from './search.queries.js';
export type { ItemContent } from './item-content.js';
export { DifferenceDto } from './draft.dto.js';
export { ProposeContent } from './propose-content.js';
export { StandardDto } from './standard.dto.js';
export { StandardItems, type StandardItem } from './standard-items.js';
export { STORED_VERSION } from './stored-version.js';
