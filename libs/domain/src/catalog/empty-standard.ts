import type { ItemRules } from './item.js';
import type { ItemStandard } from './item-standard.js';

const UNSAID: Omit<ItemStandard, 'code' | 'name' | 'level'> = {
  basicCode: null,
  implementationCode: null,
  nameEn: '',
  class: 'GOVERNMENT',
  featuredTags: [],
  category: { code: '', name: '' },
  themes: [],
  serviceObject: '',
  serviceObjects: [],
  handlingKind: null,
  closure: null,
  ownerDepartment: '',
  leadDepartment: '',
  conditions: [],
  steps: [],
  materials: [],
  limits: {
    statutory: { amount: null, unit: 'WORKING_DAY' },
    statutoryNote: '',
    promised: { amount: null, unit: 'WORKING_DAY' },
    onTheSpotMinutes: null,
  },
  specialProcedures: [],
  fee: null,
  legalBases: [],
  resultDocuments: [],
  deliveryMethods: [],
  onSiteVisits: null,
  visitsReason: '',
  crossRegion: '',
  dedicatedNetwork: null,
  source: '',
  confidence: '',
  note: '',
};

/** What a new item says: its code, its name, its level and nothing else yet (R30). */
export function emptyStandard(
  item: Pick<ItemStandard, 'code' | 'name'> & { level: ItemRules['level'] },
): ItemStandard {
  return structuredClone({ ...UNSAID, ...item });
}
