import { Injectable } from '@nestjs/common';
import {
  allowedVersionActions,
  CATEGORY_NAMES,
  DELIVERY_METHODS,
  SERVICE_OBJECTS,
  STANDARD_ELEMENTS,
  type Actor,
} from '@yikou/domain';
import { Transactions } from '@yikou/platform';
import type { BodyDto, CatalogVocabularyDto } from './catalog-entry.dto.js';

const NO_ITEM = {
  state: 'NEW' as const,
  authors: [],
  reviewUnitId: null,
  lastEffectiveFrom: null,
  isAnotherInProgress: false,
};

/** A body is called alike in every street: its name is given without the street's. */
const BODIES = `
  SELECT DISTINCT ON (r.level, u.body) r.level, u.body AS code,
    CASE WHEN starts_with(u.name, r.name) THEN substr(u.name, length(r.name) + 1) ELSE u.name END AS name
  FROM units u JOIN areas r ON r.code = u.area_code
  WHERE u.body IS NOT NULL ORDER BY r.level, u.body, u.code LIMIT 1000`;

/** What an editor offers to choose from; the rules stay in the domain. */
@Injectable()
export class VocabularyQueries {
  constructor(private readonly transactions: Transactions) {}

  async vocabulary(actor: Actor): Promise<CatalogVocabularyDto> {
    const bodies: BodyDto[] = await this.transactions.reader.query(BODIES);
    return {
      categories: [...CATEGORY_NAMES].flatMap(([code, names]) =>
        names.map((name) => ({ code, name })),
      ),
      serviceObjects: named(SERVICE_OBJECTS),
      deliveryMethods: named(DELIVERY_METHODS),
      bodies,
      elements: [...STANDARD_ELEMENTS],
      allowedActions: allowedVersionActions(NO_ITEM, actor),
    };
  }
}

function named(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([code, name]) => ({ code, name }));
}
