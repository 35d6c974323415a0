import {
  allowedVersionActions,
  CATEGORY_NAMES,
  DELIVERY_METHODS,
  SERVICE_OBJECTS,
  STANDARD_ELEMENTS,
} from '@yikou/domain';
import type { Actor } from '@yikou/domain';
import type { CatalogVocabularyDto } from './catalog-entry.dto.js';

const NO_ITEM = {
  state: 'NEW' as const,
  authors: [],
  reviewUnitId: null,
  lastEffectiveFrom: null,
  isAnotherInProgress: false,
};

/** What an editor offers to choose from; the rules stay in the domain. */
export function vocabulary(actor: Actor): CatalogVocabularyDto {
  return {
    categories: [...CATEGORY_NAMES].flatMap(([code, names]) =>
      names.map((name) => ({ code, name })),
    ),
    serviceObjects: named(SERVICE_OBJECTS),
    deliveryMethods: named(DELIVERY_METHODS),
    elements: [...STANDARD_ELEMENTS],
    allowedActions: allowedVersionActions(NO_ITEM, actor),
  };
}

function named(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([code, name]) => ({ code, name }));
}
