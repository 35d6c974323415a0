import { Injectable } from '@nestjs/common';
import { AUTHORISATION_WARNING_DAYS, localDateOf } from '@yikou/domain';
import { announce, Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { IS_RENEWED } from './authorisation.queries.js';

/** The name under which endings are announced. */
export const AUTHORISATION_CLOCK = 'authorisation-clock';

/** In one transaction; the rest comes with the next turn. */
const AT_ONCE = 500;

interface Ending {
  id: string;
  item_code: string;
  section_unit_id: string;
  centre_unit_id: string;
  valid_until: string;
}

/** R48: 30 days before an authorisation ends without another carrying on, once for each. */
@Injectable()
export class AnnounceEndings {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were announced */
  run(): Promise<number> {
    return this.transactions.as(AUTHORISATION_CLOCK, async (tx) => {
      const endings = await this.due(tx);
      if (endings.length === 0) return 0;
      await tx.query('UPDATE authorisations SET ending_announced_at = $2 WHERE id = ANY($1)', [
        endings.map(({ id }) => id),
        this.clock.now(),
      ]);
      await announce(tx, endings.map(newsOf));
      for (const { id, valid_until: until } of endings) {
        noteChange(tx, { kind: 'authorisation', id, after: { announced: 'ENDING', until } });
      }
      return endings.length;
    });
  }

  /** Locked: of two workers one announces. */
  private due(tx: Tx): Promise<Ending[]> {
    return tx.query(
      `SELECT a.id, a.item_code, a.section_unit_id, a.centre_unit_id, a.valid_until::text
       FROM authorisations a
       WHERE a.ending_announced_at IS NULL AND a.revoked_from IS NULL AND a.valid_from <= $1::date
         AND a.valid_until BETWEEN $1::date AND $1::date + $2::int AND NOT ${IS_RENEWED}
       ORDER BY a.valid_until, a.id LIMIT ${AT_ONCE} FOR UPDATE OF a SKIP LOCKED`,
      [localDateOf(this.clock.now()), AUTHORISATION_WARNING_DAYS],
    );
  }
}

function newsOf(ending: Ending) {
  const { id, item_code, section_unit_id, centre_unit_id, valid_until } = ending;
  const payload = {
    itemCode: item_code,
    sectionUnitId: section_unit_id,
    centreUnitId: centre_unit_id,
    until: valid_until,
  };
  return { topic: 'authorisation.ending', subjectId: id, payload };
}
