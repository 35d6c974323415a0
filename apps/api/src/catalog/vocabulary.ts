import {
  CATEGORY_NAMES,
  DELIVERY_METHODS,
  SERVICE_OBJECTS,
  STANDARD_ELEMENTS,
} from '@yikou/domain';
import type { CatalogVocabularyDto } from './catalog-entry.dto.js';

/** What an editor offers to choose from; the rules stay in the domain. */
export function vocabulary(): CatalogVocabularyDto {
  return {
    categories: [...CATEGORY_NAMES].flatMap(([code, names]) =>
      names.map((name) => ({ code, name })),
    ),
    serviceObjects: named(SERVICE_OBJECTS),
    deliveryMethods: named(DELIVERY_METHODS),
    elements: [...STANDARD_ELEMENTS],
  };
}

function named(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([code, name]) => ({ code, name }));
}
