import { Injectable } from '@nestjs/common';
import { Transactions } from '@yikou/platform';
import { cursorOf, keyOf, pageOf } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import type {
  AreaDto,
  AreaPageDto,
  AreaQueryDto,
  UnitDto,
  UnitPageDto,
  UnitQueryDto,
} from './organisation.dto.js';

const CODE = [/^[\w-]{1,64}$/];

@Injectable()
export class OrganisationQueries {
  constructor(private readonly transactions: Transactions) {}

  async areas({ parent, cursor, limit = USUAL_PAGE }: AreaQueryDto): Promise<AreaPageDto> {
    const [after] = keyOf(cursor, CODE) ?? [];
    const rows: AreaDto[] = await this.transactions.reader.query(
      `SELECT code, name, level, parent_code AS "parentCode", pilot, chief FROM areas
       WHERE ($1::text IS NULL OR parent_code = $1) AND ($2::text IS NULL OR code > $2)
       ORDER BY code LIMIT $3`,
      [parent ?? null, after ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => cursorOf(row.code),
    );
  }

  async units({ areaCode, kind, cursor, limit = USUAL_PAGE }: UnitQueryDto): Promise<UnitPageDto> {
    const [after] = keyOf(cursor, CODE) ?? [];
    const rows: UnitDto[] = await this.transactions.reader.query(
      `SELECT u.id, u.code, u.name, u.kind, u.area_code AS "areaCode", u.telephone, u.address,
         u.opens_at AS "opensAt", u.closes_at AS "closesAt",
         (SELECT count(*)::int FROM counters c WHERE c.unit_id = u.id AND c.kind = 'COMPREHENSIVE') AS "counterCount"
       FROM units u
       WHERE ($1::text IS NULL OR u.area_code = $1) AND ($2::text IS NULL OR u.kind = $2)
         AND ($3::text IS NULL OR u.code > $3)
       ORDER BY u.code LIMIT $4`,
      [areaCode ?? null, kind ?? null, after ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => cursorOf(row.code),
    );
  }
}
