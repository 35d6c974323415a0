import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  catalogError,
  checkAuthorisationPeriod,
  isDecidedByAuthorisation,
  routeOf,
  rulesOfStandard,
  standardOfVersion,
  type Actor,
  type StoredVersion,
} from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { STORED_VERSION } from '../catalog/index.js';
import type { AuthorisationDto, GrantAuthorisationDto } from './authorisation.dto.js';
import { AuthorisationRow } from './authorisation.entity.js';
import { AuthorisationQueries } from './authorisation.queries.js';

interface Place {
  item_id: string;
  version: StoredVersion;
  centre_kind: string;
  centre_area: string;
  area_path: string;
  section_area: string;
  offering_section: string | null;
}

/** R48: the head of a section empowers the centre of the street to decide an item. */
@Injectable()
export class GrantAuthorisation {
  constructor(
    private readonly transactions: Transactions,
    private readonly authorisations: AuthorisationQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `catalog.authorisation_period_invalid`, `catalog.item_unknown`,
   *   `catalog.authorisation_not_yours`, `catalog.authorisation_not_needed`
   */
  run(body: GrantAuthorisationDto, actor: Actor): Promise<AuthorisationDto> {
    const { itemCode, centreUnitId, documentName, documentNumber, from, until = null } = body;
    checkAuthorisationPeriod({ from, until });
    return this.transactions.run(async (tx) => {
      const place = await placeOf(tx, body, actor);
      check(place, actor);
      const id = randomUUID();
      await tx.insert(AuthorisationRow, {
        ...{ id, itemId: place.item_id, itemCode, sectionUnitId: actor.unitId, centreUnitId },
        ...{ areaPath: place.area_path, documentName, documentNumber },
        ...{ validFrom: from, validUntil: until },
        ...{ grantedById: actor.accountId, grantedAt: this.clock.now() },
      });
      const after = { itemCode, centreUnitId, documentNumber, from, until };
      noteChange(tx, { kind: 'authorisation', id, after });
      return this.authorisations.one(tx, id, actor);
    });
  }
}

async function placeOf(
  tx: Tx,
  { itemCode, centreUnitId }: GrantAuthorisationDto,
  actor: Actor,
): Promise<Place> {
  const [place]: Place[] = await tx.query(
    `SELECT i.id AS item_id, ${STORED_VERSION} AS version, c.kind AS centre_kind, c.area_code AS centre_area,
       r.path AS area_path, s.area_code AS section_area, o.section_unit_id AS offering_section
     FROM service_items i JOIN item_versions v ON v.id = i.current_version_id
       JOIN units c ON c.id = $2 JOIN areas r ON r.code = c.area_code JOIN units s ON s.id = $3
       LEFT JOIN offerings o ON o.unit_id = c.id AND o.item_id = i.id
     WHERE i.code = $1`,
    [itemCode, centreUnitId, actor.unitId],
  );
  if (!place) throw catalogError('catalog.item_unknown');
  return place;
}

function check(place: Place, actor: Actor): void {
  const isOfOther = place.offering_section !== null && place.offering_section !== actor.unitId;
  const isElsewhere = place.centre_kind !== 'CENTRE' || place.centre_area !== place.section_area;
  if (isOfOther || isElsewhere) throw catalogError('catalog.authorisation_not_yours');
  const standard = standardOfVersion(place.version);
  if (!isDecidedByAuthorisation(standard, routeOf(rulesOfStandard(standard)))) {
    throw catalogError('catalog.authorisation_not_needed');
  }
}
