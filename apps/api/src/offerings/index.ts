export { EntryExceptionRow } from './entry-exception.entity.js';
export { OfferedItems, type OfferedItem } from './offered-items.js';
export { OfferingClone } from './offering-clone.entity.js';
export { OfferingsModule } from './offerings.module.js';
export { ReadinessCheckRow } from './readiness.entity.js';
