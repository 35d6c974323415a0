import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  archiveError,
  destructionMayBeDecided,
  localDateOf,
  mayDecideDestruction,
  type Actor,
  type DestructionState,
} from '@yikou/domain';
import { Clock, noteChange, Transactions, type Reader, type Tx } from '@yikou/platform';
import { cursorOf, INSTANT, keyOf, pageOf, UUID } from '../keyset.js';
import { PageQueryDto, USUAL_PAGE } from '../page.dto.js';
import type { DestructionDto, DestructionPageDto } from './archive.dto.js';
import { scopeOf } from './archive.queries.js';

/** In one list; what is left over comes into the next. */
const MOST_AT_ONCE = 500;

type Row = Omit<DestructionDto, 'allowedActions'> & { proposedById: string };

const SELECT = `SELECT d.id, u.name AS "unitName", d.state, d.reason, d.archive_count AS "archiveCount",
    d.proposed_by_id AS "proposedById", p.display_name AS "proposedByName", d.proposed_at AS "proposedAt",
    b.display_name AS "decidedByName", d.decided_at AS "decidedAt", d.answer, d.done_at AS "doneAt"
  FROM destructions d JOIN units u ON u.id = d.unit_id LEFT JOIN accounts p ON p.id = d.proposed_by_id
    LEFT JOIN accounts b ON b.id = d.decided_by_id`;

/** R84: what nobody has to keep is listed by a centre, and destroyed when the district agrees. */
@Injectable()
export class DecideDestruction {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async page(
    { cursor, limit = USUAL_PAGE }: PageQueryDto,
    actor: Actor,
  ): Promise<DestructionPageDto> {
    const params: unknown[] = [limit + 1];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where = [scopeOf(actor, bind, 'd')];
    const after = keyOf(cursor, [INSTANT, UUID]);
    if (after) {
      where.push(
        `(d.proposed_at, d.id) < (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`,
      );
    }
    const rows: Row[] = await this.transactions.reader.query(
      `${SELECT} WHERE ${where.join(' AND ')} ORDER BY d.proposed_at DESC, d.id DESC LIMIT $1`,
      params,
    );
    const draw = (row: Row) => drawDestruction(row, actor);
    return pageOf(rows, limit, draw, (row) => cursorOf(row.proposedAt, row.id));
  }

  /** @throws DomainError `archive.nothing_expired` */
  propose(reason: string, actor: Actor): Promise<DestructionDto> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const found: { id: string; area_path: string }[] = await tx.query(
        `SELECT a.id, a.area_path FROM archives a
         WHERE a.unit_id = $1 AND a.state = 'READY' AND a.kept_until < $2::date
           AND NOT EXISTS (SELECT 1 FROM destruction_entries e JOIN destructions d ON d.id = e.destruction_id
             WHERE e.archive_id = a.id AND d.state <> 'REFUSED')
         ORDER BY a.kept_until, a.id LIMIT ${MOST_AT_ONCE}`,
        [actor.unitId, localDateOf(now)],
      );
      const [first] = found;
      if (!first) throw archiveError('archive.nothing_expired');
      const id = randomUUID();
      await tx.query(
        `INSERT INTO destructions (id, unit_id, area_path, state, reason, archive_count, proposed_by_id, proposed_at)
         VALUES ($1, $2, $3, 'PROPOSED', $4, $5, $6, $7)`,
        [id, actor.unitId, first.area_path, reason, found.length, actor.accountId, now],
      );
      await tx.query(
        'INSERT INTO destruction_entries (destruction_id, archive_id) SELECT $1, unnest($2::uuid[])',
        [id, found.map((row) => row.id)],
      );
      noteChange(tx, { kind: 'destruction', id, after: { archives: found.length }, reason });
      return one(tx, id, actor);
    });
  }

  /**
   * @throws DomainError `archive.destruction_unknown`, `archive.destruction_decided_already`,
   *   `archive.same_person`
   */
  decide(
    id: string,
    state: Extract<DestructionState, 'APPROVED' | 'REFUSED'>,
    answer: string,
    actor: Actor,
  ): Promise<DestructionDto> {
    return this.transactions.run(async (tx) => {
      destructionMayBeDecided(await row(tx, id, actor), actor);
      const changed: unknown[] = await tx.query(
        `WITH changed AS (
           UPDATE destructions SET state = $2, decided_by_id = $3, decided_at = $4, answer = $5
           WHERE id = $1 AND state = 'PROPOSED' RETURNING id)
         SELECT id FROM changed`,
        [id, state, actor.accountId, this.clock.now(), answer],
      );
      if (changed.length === 0) throw archiveError('archive.destruction_decided_already');
      noteChange(tx, { kind: 'destruction', id, after: { state }, reason: answer });
      return one(tx, id, actor);
    });
  }
}

async function row(tx: Reader, id: string, actor: Actor): Promise<Row> {
  const params: unknown[] = [id];
  const scope = scopeOf(actor, (value) => `$${params.push(value)}`, 'd');
  const [found]: Row[] = await tx.query(`${SELECT} WHERE d.id = $1 AND ${scope}`, params);
  if (!found) throw archiveError('archive.destruction_unknown');
  return found;
}

async function one(tx: Tx, id: string, actor: Actor): Promise<DestructionDto> {
  return drawDestruction(await row(tx, id, actor), actor);
}

function drawDestruction({ proposedById, ...shown }: Row, actor: Actor): DestructionDto {
  const may = mayDecideDestruction({ state: shown.state, proposedById }, actor);
  return { ...shown, allowedActions: may ? ['approve', 'refuse'] : [] };
}
