import { Injectable } from '@nestjs/common';
import { Transactions } from '@yikou/platform';
import { cursorOf, keyOf, pageOf, UUID } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import type { UnsettledEntryDto, UnsettledPageDto, UnsettledQueryDto } from './entry.dto.js';

interface Row extends UnsettledEntryDto {
  listId: string;
}

const KEY = [UUID, /^\d{1,6}$/, UUID];

/** The likest first; what another row has is said, for it cannot be chosen. */
const CANDIDATES = `coalesce((SELECT json_agg(json_build_object('code', i.code, 'name', v.name,
    'similarity', c.similarity, 'taken', EXISTS (SELECT FROM street_list_entries t
      WHERE t.list_id = e.list_id AND t.item_id = i.id)) ORDER BY c.place)
  FROM ROWS FROM (jsonb_to_recordset(e.candidates) AS ("itemId" uuid, similarity float8)) WITH ORDINALITY
    AS c(item_id, similarity, place)
  JOIN service_items i ON i.id = c.item_id JOIN item_versions v ON v.id = i.current_version_id), '[]')`;

/** The rows of the present lists of which a person has to say what they are. */
@Injectable()
export class UnsettledQueries {
  constructor(private readonly transactions: Transactions) {}

  async page({ area, cursor, limit = USUAL_PAGE }: UnsettledQueryDto): Promise<UnsettledPageDto> {
    const [listId, position, id] = keyOf(cursor, KEY) ?? [];
    const rows: Row[] = await this.transactions.reader.query(
      `SELECT e.id, e.list_id AS "listId", l.area_code AS "areaCode", a.name AS "areaName", e.position,
         e.code, e.name, e.found, ${CANDIDATES} AS candidates
       FROM street_list_entries e
       JOIN street_lists l ON l.id = e.list_id AND l.replaced_at IS NULL
       JOIN areas a ON a.code = l.area_code
       WHERE e.state = 'UNSETTLED' AND ($2::text IS NULL OR l.area_code = $2)
         AND ($3::uuid IS NULL OR (e.list_id, e.position, e.id) > ($3::uuid, $4::int, $5::uuid))
       ORDER BY e.list_id, e.position, e.id LIMIT $1`,
      [limit + 1, area ?? null, listId ?? null, position ?? null, id ?? null],
    );
    return pageOf(
      rows,
      limit,
      ({ listId: _list, ...row }) => row,
      (row) => cursorOf(row.listId, row.position, row.id),
    );
  }
}
