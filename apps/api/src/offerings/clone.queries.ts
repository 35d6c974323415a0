import { Injectable } from '@nestjs/common';
import {
  catalogError,
  clonePlanOf,
  localDateOf,
  offeringStandingOn,
  type ClonePlan,
  type CloneTarget,
  type ModelOffering,
} from '@yikou/domain';
import { Clock, Transactions, type Reader } from '@yikou/platform';
import { cursorOf, INSTANT, keyOf, pageOf, UUID } from '../keyset.js';
import { USUAL_PAGE, type PageQueryDto } from '../page.dto.js';
import type { CloneDto, ClonePageDto, ClonePreviewDto, CloneRequestDto } from './clone.dto.js';
import { hallOf, type HallFacts } from './hall.js';

interface OfferedRow {
  unit_id: string;
  code: string;
  name: string;
  section_bodies: string[];
  started_on: string;
  ended_on: string | null;
}

export interface CloneDraft {
  plan: ClonePlan;
  names: ReadonlyMap<string, string>;
  target: HallFacts;
}

/** Whether a cloned offering was used: a case was taken in there since. */
const USED = `EXISTS (SELECT 1 FROM cases c JOIN offerings o ON o.unit_id = c.taking_unit_id
  AND o.item_id = c.item_id WHERE o.clone_id = k.id AND c.registered_at >= k.at)`;

/** The section in whose name it is decided, and those that its steps name. */
const SECTIONS = `array_remove(ARRAY(SELECT h ->> 'body' FROM jsonb_array_elements(v.content -> 'steps') t,
    jsonb_array_elements(t -> 'handlers') h WHERE h ->> 'level' = 'STREET') || s.body, NULL)`;

const SELECT = `SELECT k.id, k.source_unit_id AS "sourceUnitId", s.name AS "sourceUnitName",
    k.target_unit_id AS "targetUnitId", t.name AS "targetUnitName", k.offering_count AS "offeringCount",
    k.counters, b.display_name AS "byName", k.at, k.undone_at AS "undoneAt",
    CASE WHEN k.undone_at IS NOT NULL THEN 'UNDONE' WHEN ${USED} THEN 'USED' END AS settled
  FROM offering_clones k JOIN units s ON s.id = k.source_unit_id JOIN units t ON t.id = k.target_unit_id
    JOIN accounts b ON b.id = k.by_id`;

@Injectable()
export class CloneQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `catalog.hall_unknown`, `catalog.clone_onto_itself` */
  preview(request: CloneRequestDto): Promise<ClonePreviewDto> {
    return this.transactions.read(async (tx) => {
      const { plan, names } = await this.draft(tx, request);
      const named = (code: string) => ({ code, name: names.get(code) ?? code });
      return {
        added: plan.added.map(named),
        present: plan.present.map(named),
        refused: plan.refused.map(({ code, because }) => ({ ...named(code), because })),
        counters: plan.counters,
      };
    });
  }

  /** @throws DomainError `catalog.hall_unknown`, `catalog.clone_onto_itself` */
  async draft(tx: Reader, { sourceUnitId, targetUnitId }: CloneRequestDto): Promise<CloneDraft> {
    if (sourceUnitId === targetUnitId) throw catalogError('catalog.clone_onto_itself');
    const source = await hallOf(tx, sourceUnitId);
    const target = await hallOf(tx, targetUnitId);
    if (source.kind !== 'CENTRE' || target.kind !== 'CENTRE') {
      throw catalogError('catalog.hall_unknown');
    }
    const rows: OfferedRow[] = await tx.query(
      `SELECT o.unit_id, i.code, v.name, ${SECTIONS} AS section_bodies, o.started_on::text, o.ended_on::text
       FROM offerings o JOIN service_items i ON i.id = o.item_id JOIN item_versions v ON v.id = o.item_version_id
         LEFT JOIN units s ON s.id = o.section_unit_id
       WHERE o.unit_id = ANY($1) ORDER BY i.code`,
      [[source.id, target.id]],
    );
    const bodies: { body: string }[] = await tx.query(
      "SELECT body FROM units WHERE kind = 'SECTION' AND area_code = $1",
      [target.areaCode],
    );
    const today = localDateOf(this.clock.now());
    const offerings = rows
      .filter((row) => row.unit_id === source.id)
      .map((row) => model(row, today));
    const there: CloneTarget = {
      offerings: new Map(
        rows
          .filter((row) => row.unit_id === target.id)
          .map((row) => [row.code, { isOver: isOver(row, today) }]),
      ),
      sectionBodies: new Set(bodies.map(({ body }) => body)),
      counters: target.counters,
    };
    const plan = clonePlanOf({ offerings, counters: source.counters }, there);
    return { plan, names: new Map(rows.map(({ code, name }) => [code, name])), target };
  }

  async page({ cursor, limit = USUAL_PAGE }: PageQueryDto): Promise<ClonePageDto> {
    const [at, id] = keyOf(cursor, [INSTANT, UUID]) ?? [];
    const rows: CloneDto[] = await this.transactions.reader.query(
      `${SELECT} WHERE $2::timestamptz IS NULL OR (k.at, k.id) < ($2, $3::uuid)
       ORDER BY k.at DESC, k.id DESC LIMIT $1`,
      [limit + 1, at ?? null, id ?? null],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => cursorOf(row.at, row.id),
    );
  }

  /** @throws DomainError `catalog.clone_unknown` */
  async one(tx: Reader, id: string, lock = ''): Promise<CloneDto> {
    const [row]: CloneDto[] = await tx.query(`${SELECT} WHERE k.id = $1 ${lock}`, [id]);
    if (!row) throw catalogError('catalog.clone_unknown');
    return row;
  }
}

function isOver({ started_on, ended_on }: OfferedRow, today: string): boolean {
  return offeringStandingOn({ startedOn: started_on, endedOn: ended_on }, today) === 'ENDED';
}

function model(row: OfferedRow, today: string): ModelOffering {
  const { code, name, section_bodies: sectionBodies } = row;
  return { code, name, sectionBodies, isOver: isOver(row, today) };
}
