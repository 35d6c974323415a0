import { randomUUID } from 'node:crypto';
import { maskNumbersIn, receptionError, type Actor } from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import type { HandOverInputDto } from './consultation.dto.js';

interface Offering {
  id: string;
  handOver: HandOverInputDto;
  from: Actor;
  now: Date;
}

/**
 * Offers a duty to somebody, or to whoever of a unit takes it up (R72).
 *
 * @throws DomainError `consultation.nobody_there`
 */
export async function offerDuty(tx: Tx, { id, handOver, from, now }: Offering): Promise<void> {
  const { unitId, accountId = null, note } = handOver;
  // A unit that only watches has no duties.
  const written: unknown[] = await tx.query(
    `INSERT INTO consultation_hand_overs (id, consultation_id, from_id, unit_id, account_id, note, offered_at)
     SELECT $1, $2, $3, u.id, $5, $6, $7 FROM units u
     WHERE u.id = $4 AND u.kind IN ('CENTRE','STATION','SECTION','DEPARTMENT') AND ($5::uuid IS NULL
       OR EXISTS (SELECT 1 FROM accounts a WHERE a.id = $5 AND a.unit_id = u.id AND a.active))
     RETURNING id`,
    [randomUUID(), id, from.accountId, unitId, accountId, note ? maskNumbersIn(note) : null, now],
  );
  if (written.length === 0) throw receptionError('consultation.nobody_there');
}
