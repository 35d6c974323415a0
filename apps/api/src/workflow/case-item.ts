import type { CaseFacts } from '@yikou/domain';

/** What a case keeps of the item version it was accepted under (P8), so that no verb reads the catalog. */
export type CaseItem = CaseFacts['item'];
