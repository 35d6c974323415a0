import { Injectable } from '@nestjs/common';
import type { AreaLevel } from '@yikou/domain';
import { Transactions, type Reader } from '@yikou/platform';

/** A unit with what a case needs of it. */
export interface UnitFacts {
  id: string;
  name: string;
  kind: string;
  body: string | null;
  area_code: string;
  area_level: AreaLevel;
  area_path: string;
  opening_hours: { opensAt: string; closesAt: string; breaks: { from: string; until: string }[] };
}

const UNIT = `SELECT u.id, u.name, u.kind, u.body, u.area_code, r.level AS area_level, r.path AS area_path,
    json_build_object('opensAt', u.opens_at, 'closesAt', u.closes_at, 'breaks', u.breaks) AS opening_hours
  FROM units u JOIN areas r ON r.code = u.area_code`;

@Injectable()
export class UnitQueries {
  constructor(private readonly transactions: Transactions) {}

  /**
   * The unit and every section and department on the way up from it: its own area, its street, its
   * district, its city.
   */
  async withAllAbove(unitId: string, tx: Reader = this.transactions.reader): Promise<UnitFacts[]> {
    return tx.query(
      `WITH own AS (SELECT r.path FROM units u JOIN areas r ON r.code = u.area_code WHERE u.id = $1)
       ${UNIT} WHERE u.id = $1
       UNION ALL
       ${UNIT}, own WHERE u.body IS NOT NULL AND u.id <> $1
         AND r.code = ANY(string_to_array(trim(trailing '/' from own.path), '/'))`,
      [unitId],
    );
  }
}
