import { Injectable } from '@nestjs/common';
import type { Colleague } from '@yikou/domain';
import { Clock, type Reader } from '@yikou/platform';

/** A hall or section has no more people than this; a picker shows them all. */
const MOST_COLLEAGUES = 200;

const COLLEAGUE = `a.id AS "accountId", a.display_name AS "displayName", a.unit_id AS "unitId",
  scope_posts_of_colleague(a.id, $2) AS roles`;

/** People in post at the asker's own unit, with the posts that they hold now. */
@Injectable()
export class ColleagueQueries {
  constructor(private readonly clock: Clock) {}

  async one(tx: Reader, accountId: string): Promise<Colleague | undefined> {
    const [found]: Colleague[] = await tx.query(
      `SELECT ${COLLEAGUE} FROM accounts a WHERE a.id = $1 AND a.active`,
      [accountId, this.clock.now()],
    );
    return found;
  }

  ofUnit(tx: Reader, unitId: string): Promise<Colleague[]> {
    return tx.query(
      `SELECT ${COLLEAGUE} FROM accounts a WHERE a.unit_id = $1 AND a.active
       ORDER BY a.display_name, a.id LIMIT ${MOST_COLLEAGUES}`,
      [unitId, this.clock.now()],
    );
  }
}
