import { Injectable } from '@nestjs/common';
import {
  entryCoverageOf,
  hasAnyRole,
  localDateOf,
  mayManageOfferings,
  standardOfVersion,
  type Actor,
  type EntryException,
  type ItemStandard,
  type StoredVersion,
} from '@yikou/domain';
import { Clock, Transactions, type Reader } from '@yikou/platform';
import { STORED_VERSION } from '../catalog/index.js';
import { cursorOf, keyOf, pageOf } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import type { EntryCoverageDto, HallCoveragePageDto, HallCoverageQueryDto } from './entry.dto.js';
import { hallOf, levelOfHall } from './hall.js';

interface HallRow {
  id: string;
  code: string;
  name: string;
  kind: string;
  offered: string[];
  excepted: string[];
  requested: number;
}

/** Each hall with what it offers on a day, in one row. */
const HALLS = `SELECT u.id, u.code, u.name, u.kind,
    ARRAY(SELECT i.code FROM offerings o JOIN service_items i ON i.id = o.item_id
      WHERE o.unit_id = u.id AND o.started_on <= $1 AND coalesce(o.ended_on, 'infinity') > $1) AS offered,
    ARRAY(SELECT i.code FROM entry_exceptions e JOIN service_items i ON i.id = e.item_id
      WHERE e.unit_id = u.id AND e.state = 'APPROVED') AS excepted,
    (SELECT count(*)::int FROM entry_exceptions e
      WHERE e.unit_id = u.id AND e.state = 'REQUESTED') AS requested
  FROM units u JOIN areas a ON a.code = u.area_code`;

/** R44, R46: what should enter each hall, and what has. */
@Injectable()
export class CoverageQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `catalog.hall_unknown` */
  one(unitId: string, actor: Actor): Promise<EntryCoverageDto> {
    return this.transactions.read(async (tx) => {
      const hall = await hallOf(tx, unitId);
      const standards = await standardsOf(tx, levelOfHall(hall));
      const [row]: HallRow[] = await tx.query(`${HALLS} WHERE u.id = $2`, [this.today(), unitId]);
      const offered = new Set(row?.offered);
      const { missing, themes, ...whole } = coverage(standards, row);
      const names = new Map(standards.map(({ code, name }) => [code, name]));
      const isFeatured = (one: ItemStandard) => one.class === 'FEATURED' && offered.has(one.code);
      return {
        unitId,
        unitName: hall.name,
        ...whole,
        themes: themes.map(({ missing: _missing, ...theme }) => theme),
        missing: missing.map((code) => ({ code, name: names.get(code) ?? code })),
        featured: standards.filter(isFeatured).length,
        mayManage: mayManageOfferings(hall, actor),
        mayClone: hall.kind === 'CENTRE' && hasAnyRole(actor, ['DISTRICT_SUPERVISOR']),
      };
    });
  }

  page(query: HallCoverageQueryDto, actor: Actor): Promise<HallCoveragePageDto> {
    const { kind, cursor, limit = USUAL_PAGE } = query;
    const [after] = keyOf(cursor, [/^[\w-]{1,64}$/]) ?? [];
    return this.transactions.read(async (tx) => {
      const rows: HallRow[] = await tx.query(
        `${HALLS} WHERE u.kind IN ('CENTRE','STATION') AND starts_with(a.path, $2)
           AND ($3::text IS NULL OR u.kind = $3) AND ($4::text IS NULL OR u.code > $4)
         ORDER BY u.code LIMIT $5`,
        [this.today(), actor.areaPath, kind ?? null, after ?? null, limit + 1],
      );
      const standards = await standardsOf(tx, null);
      const draw = (row: HallRow) => drawHall(row, standards);
      return pageOf(rows, limit, draw, (row) => cursorOf(row.code));
    });
  }

  private today(): string {
    return localDateOf(this.clock.now());
  }
}

/** Every item in force of a level: some hundreds in a district. */
async function standardsOf(tx: Reader, level: string | null): Promise<ItemStandard[]> {
  const rows: { version: StoredVersion }[] = await tx.query(
    `SELECT ${STORED_VERSION} AS version FROM service_items i JOIN item_versions v ON v.id = i.current_version_id
     WHERE $1::text IS NULL OR i.level = $1 ORDER BY i.code`,
    [level],
  );
  return rows.map(({ version }) => standardOfVersion(version));
}

function coverage(standards: readonly ItemStandard[], row: HallRow | undefined) {
  const exceptions = (row?.excepted ?? []).map(approved);
  return entryCoverageOf(standards, new Set(row?.offered), exceptions);
}

/** Approved ones alone were read, and none is without a reason. */
const approved = (code: string): EntryException => ({
  code,
  reason: 'APPROVED',
  approvedBy: 'APPROVED',
});

function drawHall(row: HallRow, standards: readonly ItemStandard[]) {
  const own = standards.filter(({ level }) => level === levelOfHall(row));
  const { missing, themes: _themes, ...whole } = coverage(own, row);
  const { id: unitId, name: unitName, kind, requested } = row;
  return { unitId, unitName, kind, ...whole, missing: missing.length, requested };
}
