import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decideFiling, filingError, type Actor, type FilingVerb } from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { ChangeDeadlines } from '../deadlines/index.js';
import { subjectOf } from './filing-clock.js';
import type { FilingDto } from './filing.dto.js';
import { factsOf, FilingQueries } from './filing.queries.js';

export interface FilingRequest {
  id: string;
  /** As the person saw it. */
  version: number;
  verb: FilingVerb;
  /** The row that is asked or answered about. */
  place?: number;
  /** The question or the answer. */
  text?: string;
}

/** R51: the section acknowledges a filing or asks about a row; the centre answers. */
@Injectable()
export class AnswerFiling {
  constructor(
    private readonly transactions: Transactions,
    private readonly filings: FilingQueries,
    private readonly changeDeadlines: ChangeDeadlines,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `filing.unknown`, `filing.row_unknown`, `filing.stale`, or the rule's own code */
  run({ id, version, verb, place, text }: FilingRequest, actor: Actor): Promise<FilingDto> {
    return this.transactions.run(async (tx) => {
      const row = await this.filings.row(tx, id, actor, 'FOR UPDATE OF f');
      if (row.version !== version) throw filingError('filing.stale');
      const open = place === undefined ? 0 : await openQueriesOf(tx, id, place);
      const { to, holderUnitId } = decideFiling(factsOf(row), verb, actor, open);
      const now = this.clock.now();
      if (verb === 'ask') await ask(tx, { id, place, text }, actor, now);
      if (verb === 'answer') await answer(tx, { id, place, text }, actor, now);
      const done = to === 'ACKNOWLEDGED';
      await tx.query(
        `UPDATE filings SET state = $2, version = version + 1, acknowledged_at = $3, acknowledged_by_id = $4
         WHERE id = $1`,
        [id, to, done ? now : null, done ? actor.accountId : null],
      );
      const stop = done ? (['FILING'] as const) : [];
      const changes = { start: [], stop, stopAs: 'MET' as const, pause: false, resume: false };
      await this.changeDeadlines.run(tx, subjectOf(row), { ...changes, holderUnitId }, now);
      const before = { state: row.state, version };
      noteChange(tx, { kind: 'filing', id, before, after: { state: to, verb, place } });
      return this.filings.drawn(tx, id, actor);
    });
  }
}

/** @throws DomainError `filing.row_unknown` */
async function openQueriesOf(tx: Tx, id: string, place: number): Promise<number> {
  const [row]: { open: number }[] = await tx.query(
    `SELECT (SELECT count(*)::int FROM filing_queries q WHERE q.filing_id = r.filing_id
       AND q.place = r.place AND q.answered_at IS NULL) AS open
     FROM filing_rows r WHERE r.filing_id = $1 AND r.place = $2`,
    [id, place],
  );
  if (!row) throw filingError('filing.row_unknown');
  return row.open;
}

type Said = Pick<FilingRequest, 'id' | 'place' | 'text'>;

async function ask(tx: Tx, { id, place, text }: Said, actor: Actor, now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO filing_queries (id, filing_id, place, question, asked_by_id, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [randomUUID(), id, place, text, actor.accountId, now],
  );
}

async function answer(tx: Tx, { id, place, text }: Said, actor: Actor, now: Date): Promise<void> {
  await tx.query(
    `UPDATE filing_queries SET answer = $3, answered_by_id = $4, answered_at = $5
     WHERE filing_id = $1 AND place = $2 AND answered_at IS NULL`,
    [id, place, text, actor.accountId, now],
  );
}
