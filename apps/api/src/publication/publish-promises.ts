import { Injectable } from '@nestjs/common';
import {
  localDateOf,
  mayPublishPromisesOf,
  nextPromisesAfter,
  publicationError,
  type Actor,
  type LatestPromises,
} from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import type { PublishPromisesDto, PublishedPromisesDto } from './service-promises.dto.js';

/** R76: a centre publishes its promises; the version before stays as it was and is replaced. */
@Injectable()
export class PublishPromises {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `publication.promises_not_yours`, `publication.promises_changed_meanwhile`,
   *   `publication.promises_from_invalid`
   */
  run(unitId: string, body: PublishPromisesDto, actor: Actor): Promise<PublishedPromisesDto> {
    if (!mayPublishPromisesOf(actor, unitId)) {
      throw publicationError('publication.promises_not_yours');
    }
    const publishedAt = this.clock.now();
    const today = localDateOf(publishedAt);
    const { replaces, effectiveFrom = today } = body;
    const promises = body.promises.map(({ title, text }) => ({
      title: title.trim(),
      text: text.trim(),
    }));
    return this.transactions.run(async (tx) => {
      const before = await latestOf(tx, unitId);
      const number = nextPromisesAfter(before, { replaces, effectiveFrom }, today);
      await write(tx, [
        unitId,
        number,
        effectiveFrom,
        JSON.stringify(promises),
        publishedAt,
        actor.accountId,
      ]);
      const after = { number, effectiveFrom, promises: promises.length };
      noteChange(tx, { kind: 'service-promises', id: unitId, before: { ...before }, after });
      const standing = effectiveFrom > today ? 'COMING' : 'IN_FORCE';
      const publishedByName = actor.displayName;
      return { number, effectiveFrom, standing, promises, publishedAt, publishedByName };
    });
  }
}

async function latestOf(tx: Tx, unitId: string): Promise<LatestPromises> {
  const [latest]: LatestPromises[] = await tx.query(
    `SELECT number, effective_from::text AS "effectiveFrom" FROM service_promises
     WHERE unit_id = $1 ORDER BY number DESC LIMIT 1`,
    [unitId],
  );
  return latest ?? { number: 0, effectiveFrom: null };
}

/** Of two who publish at once one finds the number taken, and is told as if they had come later. */
async function write(tx: Tx, row: unknown[]): Promise<void> {
  const written: unknown[] = await tx.query(
    `INSERT INTO service_promises (unit_id, number, effective_from, promises, published_at, published_by_id)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING number`,
    row,
  );
  if (written.length === 0) throw publicationError('publication.promises_changed_meanwhile');
}
