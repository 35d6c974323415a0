import {
  allowedOfferingActions,
  authorisationHolds,
  authorisationStandingOn,
  daysLeftOf,
  offeringStandingOn,
  standardOfVersion,
  wayOfOffering,
  type Actor,
  type StoredVersion,
} from '@yikou/domain';
import { STORED_VERSION } from '../catalog/index.js';
import type { OfferingDto, ReadinessCheckDto } from './offering.dto.js';

interface AuthorisationJson {
  from: string;
  until: string | null;
  revokedFrom: string | null;
}

export interface OfferingRow {
  unit_id: string;
  item_id: string;
  item_code: string;
  version_number: number;
  version: StoredVersion;
  started_on: string;
  ended_on: string | null;
  end_reason: string | null;
  address: string | null;
  telephone: string | null;
  opening_hours: string | null;
  counters: number[];
  section_id: string | null;
  section_name: string | null;
  hall_kind: string;
  area_path: string;
  checks: (Omit<ReadinessCheckDto, 'checkedAt'> & { checkedAt: string })[];
  /** The one that holds, else the one that ended last. */
  authorisation: AuthorisationJson | null;
}

/** @param day a bound date: of several authorisations the one that holds then comes first */
export const selectOfferings = (day: string): string => `
  SELECT o.unit_id, o.item_id, v.item_code, v.number AS version_number, ${STORED_VERSION} AS version,
    o.started_on::text, o.ended_on::text, o.end_reason, o.address, o.telephone, o.opening_hours, o.counters,
    s.id AS section_id, s.name AS section_name, u.kind AS hall_kind, r.path AS area_path,
    coalesce((SELECT json_agg(json_build_object('point', k.point, 'state', k.state, 'note', k.note,
        'checkedByName', c.display_name, 'checkedAt', k.checked_at) ORDER BY k.point)
      FROM readiness_checks k JOIN accounts c ON c.id = k.checked_by_id
      WHERE k.unit_id = o.unit_id AND k.item_id = o.item_id), '[]') AS checks,
    (SELECT json_build_object('from', a.valid_from, 'until', a.valid_until, 'revokedFrom', a.revoked_from)
      FROM authorisations a WHERE a.centre_unit_id = o.unit_id AND a.item_id = o.item_id
      ORDER BY (a.valid_from <= ${day}::date AND coalesce(a.valid_until, 'infinity') >= ${day}::date
        AND coalesce(a.revoked_from, 'infinity') > ${day}::date) DESC,
        coalesce(a.valid_until, 'infinity') DESC LIMIT 1) AS authorisation
  FROM offerings o JOIN item_versions v ON v.id = o.item_version_id JOIN units u ON u.id = o.unit_id
    JOIN areas r ON r.code = u.area_code LEFT JOIN units s ON s.id = o.section_unit_id`;

export function drawOffering(row: OfferingRow, actor: Actor, today: string): OfferingDto {
  const standard = standardOfVersion(row.version);
  const period = { startedOn: row.started_on, endedOn: row.ended_on };
  const { authorisation: found } = row;
  const { needsAuthorisation, openPoints, handledBy, because } = wayOfOffering(standard, {
    checks: row.checks,
    isAuthorised: found !== null && authorisationHolds(found, today),
    hasSection: row.section_id !== null,
  });
  const hall = { kind: row.hall_kind, areaPath: row.area_path };
  const asksReadiness = standard.dedicatedNetwork !== null;
  const { address, telephone, opening_hours: openingHours, counters } = row;
  return {
    itemCode: row.item_code,
    itemName: standard.name,
    theme: row.version.theme,
    class: standard.class,
    handlingKind: row.version.handlingKind,
    versionNumber: row.version_number,
    ...period,
    endReason: row.end_reason,
    standing: offeringStandingOn(period, today),
    local: { address, telephone, openingHours, counters },
    section: row.section_id === null ? null : { id: row.section_id, name: row.section_name ?? '' },
    needsAuthorisation,
    authorisation: needsAuthorisation && found ? drawAuthorisation(found, today) : null,
    dedicatedNetwork: standard.dedicatedNetwork,
    openPoints,
    checks: row.checks.map((check) => ({ ...check, checkedAt: new Date(check.checkedAt) })),
    handledBy,
    because,
    allowedActions: allowedOfferingActions({ ...period, hall, asksReadiness }, actor, today),
  };
}

function drawAuthorisation(found: AuthorisationJson, today: string) {
  return {
    standing: authorisationStandingOn(found, today),
    validUntil: found.until,
    daysLeft: authorisationHolds(found, today) ? daysLeftOf(found, today) : null,
  };
}
