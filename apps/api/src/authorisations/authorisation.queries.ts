import { Injectable } from '@nestjs/common';
import {
  AUTHORISATION_WARNING_DAYS,
  authorisationFor,
  authorisationHolds,
  authorisationStandingOn,
  catalogError,
  daysLeftOf,
  hasAnyRole,
  localDateOf,
  mayDo,
  seesWholeSubtree,
  type Actor,
  type Authorisation,
} from '@yikou/domain';
import { Clock, Transactions, type Reader, type Tx } from '@yikou/platform';
import { cursorOf, keyOf, pageOf, UUID } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import type {
  AuthorisationDto,
  AuthorisationPageDto,
  AuthorisationQueryDto,
} from './authorisation.dto.js';

interface Row {
  id: string;
  item_code: string;
  item_name: string;
  section_unit_id: string;
  section_name: string;
  centre_unit_id: string;
  centre_name: string;
  document_name: string;
  document_number: string;
  scan_name: string | null;
  valid_from: string;
  valid_until: string | null;
  revoked_from: string | null;
  revoke_reason: string | null;
  granted_by_name: string | null;
  granted_at: Date;
  renewed: boolean;
  ends: string;
}

/** Those of one item at one centre carry the next on from the day after (R48). */
export const IS_RENEWED = `EXISTS (SELECT 1 FROM authorisations o WHERE o.centre_unit_id = a.centre_unit_id
  AND o.item_id = a.item_id AND o.id <> a.id AND o.section_unit_id = a.section_unit_id
  AND o.revoked_from IS NULL AND coalesce(o.valid_until, 'infinity') > a.valid_until
  AND o.valid_from <= a.valid_until + 1)`;

const END = "coalesce(a.valid_until, 'infinity'::date)";

const SELECT = `SELECT a.id, a.item_code, v.name AS item_name, a.section_unit_id, s.name AS section_name,
    a.centre_unit_id, c.name AS centre_name, a.document_name, a.document_number, a.scan_name,
    a.valid_from::text, a.valid_until::text, a.revoked_from::text, a.revoke_reason,
    g.display_name AS granted_by_name, a.granted_at, ${IS_RENEWED} AS renewed, ${END}::text AS ends
  FROM authorisations a JOIN units s ON s.id = a.section_unit_id JOIN units c ON c.id = a.centre_unit_id
    JOIN service_items i ON i.id = a.item_id LEFT JOIN item_versions v ON v.id = i.current_version_id
    LEFT JOIN accounts g ON g.id = a.granted_by_id`;

/** The rules of `authorisationStandingOn`, for the index. */
const STANDING: Record<NonNullable<AuthorisationQueryDto['standing']>, (day: string) => string> = {
  REVOKED: (day) => `a.revoked_from <= ${day}`,
  NOT_BEGUN: (day) => `${unrevoked(day)} AND a.valid_from > ${day}`,
  HOLDS: (day) =>
    `${unrevoked(day)} AND a.valid_from <= ${day} AND ${END} > ${day} + ${AUTHORISATION_WARNING_DAYS}`,
  ENDS_SOON: (day) =>
    `${unrevoked(day)} AND a.valid_from <= ${day} AND ${END} BETWEEN ${day} AND ${day} + ${AUTHORISATION_WARNING_DAYS}`,
  EXPIRED: (day) => `${unrevoked(day)} AND ${END} < ${day}`,
};

function unrevoked(day: string): string {
  return `(a.revoked_from IS NULL OR a.revoked_from > ${day})`;
}

@Injectable()
export class AuthorisationQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Those that end first come first: a section's own, those a centre was given, all of a district. */
  async page(query: AuthorisationQueryDto, actor: Actor): Promise<AuthorisationPageDto> {
    const { centreUnitId, sectionUnitId, itemCode, standing, cursor, limit = USUAL_PAGE } = query;
    const today = localDateOf(this.clock.now());
    const params: unknown[] = [limit + 1];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where = [scopeOf(actor, bind)];
    if (centreUnitId) where.push(`a.centre_unit_id = ${bind(centreUnitId)}`);
    if (sectionUnitId) where.push(`a.section_unit_id = ${bind(sectionUnitId)}`);
    if (itemCode) where.push(`a.item_code = ${bind(itemCode)}`);
    if (standing) where.push(STANDING[standing](`${bind(today)}::date`));
    const after = keyOf(cursor, [/^(infinity|\d{4}-\d{2}-\d{2})$/, UUID]);
    if (after) where.push(`(${END}, a.id) > (${bind(after[0])}::date, ${bind(after[1])}::uuid)`);
    const rows: Row[] = await this.transactions.reader.query(
      `${SELECT} WHERE ${where.join(' AND ')} ORDER BY ${END}, a.id LIMIT $1`,
      params,
    );
    const draw = (row: Row) => drawAuthorisation(row, actor, today);
    const page = pageOf(rows, limit, draw, (row) => cursorOf(row.ends, row.id));
    return { mayGrant: mayDo('authorisation.grant', actor), ...page };
  }

  /** @throws DomainError `catalog.authorisation_unknown`, also for one outside the asker's scope */
  async row(tx: Reader, id: string, actor: Actor): Promise<Row> {
    const params: unknown[] = [id];
    const scope = scopeOf(actor, (value) => `$${params.push(value)}`);
    const [row]: Row[] = await tx.query(`${SELECT} WHERE a.id = $1 AND ${scope}`, params);
    if (!row) throw catalogError('catalog.authorisation_unknown');
    return row;
  }

  async one(tx: Reader, id: string, actor: Actor): Promise<AuthorisationDto> {
    return drawAuthorisation(await this.row(tx, id, actor), actor, localDateOf(this.clock.now()));
  }

  /**
   * R48, R50: by what a centre decides an item today.
   *
   * @throws DomainError `catalog.authorisation_missing`, `…_not_begun`, `…_expired`, `…_revoked`
   */
  async holding(
    tx: Tx,
    place: Pick<Authorisation, 'itemCode' | 'centreUnitId'>,
  ): Promise<{ id: string; sectionName: string; documentName: string; documentNumber: string }> {
    const rows: Row[] = await tx.query(
      `${SELECT} WHERE a.centre_unit_id = $1 AND a.item_code = $2 ORDER BY ${END} DESC LIMIT 100`,
      [place.centreUnitId, place.itemCode],
    );
    const today = localDateOf(this.clock.now());
    const { id } = authorisationFor(rows.map(factsOf), place, today);
    const row = rows.find((one) => one.id === id);
    if (!row) throw new Error(`authorisation ${id} is gone`);
    const { section_name: sectionName, document_name, document_number } = row;
    return { id, sectionName, documentName: document_name, documentNumber: document_number };
  }
}

function scopeOf(actor: Actor, bind: (value: unknown) => string): string {
  if (seesWholeSubtree(actor)) return `starts_with(a.area_path, ${bind(actor.areaPath)})`;
  const unit = bind(actor.unitId);
  return `(a.section_unit_id = ${unit} OR a.centre_unit_id = ${unit})`;
}

export function factsOf(row: Row): Authorisation {
  return {
    id: row.id,
    itemCode: row.item_code,
    sectionUnitId: row.section_unit_id,
    centreUnitId: row.centre_unit_id,
    document: `${row.document_name} ${row.document_number}`,
    from: row.valid_from,
    until: row.valid_until,
    revokedFrom: row.revoked_from,
  };
}

function drawAuthorisation(row: Row, actor: Actor, today: string): AuthorisationDto {
  const facts = factsOf(row);
  const standing = authorisationStandingOn(facts, today);
  const isOver = standing === 'EXPIRED' || row.revoked_from !== null;
  const isOwn = actor.unitId === row.section_unit_id && hasAnyRole(actor, ['SECTION_HEAD']);
  return {
    id: row.id,
    itemCode: row.item_code,
    itemName: row.item_name ?? row.item_code,
    section: { id: row.section_unit_id, name: row.section_name },
    centre: { id: row.centre_unit_id, name: row.centre_name },
    documentName: row.document_name,
    documentNumber: row.document_number,
    scanName: row.scan_name,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    standing,
    daysLeft: authorisationHolds(facts, today) ? daysLeftOf(facts, today) : null,
    renewed: row.renewed,
    revokedFrom: row.revoked_from,
    revokeReason: row.revoke_reason,
    grantedByName: row.granted_by_name,
    grantedAt: row.granted_at,
    allowedActions: isOwn && !isOver ? ['revoke', 'attachDocument'] : [],
  };
}
