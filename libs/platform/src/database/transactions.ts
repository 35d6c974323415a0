import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { claimKey, keepAnswer } from '../idempotency/idempotency-store.js';
import { commitOf } from '../live/signal.js';
import { settingsOf, type Scope } from '../scope/scope.js';
import { requestContext } from '../telemetry/request-context.js';
import { inSpan } from '../telemetry/tracing.js';
import { auditChanges } from './audit-changes.js';

/** One transaction; every statement of a verb goes through it. */
export type Tx = EntityManager;

/** What a single read needs. */
export type Reader = Pick<EntityManager, 'query'>;

/**
 * Opens every transaction, and with it the scope in which PostgreSQL shows and takes rows: whatever a
 * handler forgets, it sees no other street's applicant. Nothing reads or writes outside one.
 */
@Injectable()
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs a change on behalf of whoever asked; nothing is sent to anybody before it has committed.
   * On a POST that carries an Idempotency-Key the key is claimed first and the answer stored last, in
   * the same transaction: the answer and the change commit together. The audit entry of the change is
   * written here as well, so that no verb can forget it.
   *
   * @param keep `false` for an answer that may not be stored, such as personal data in clear: its key
   *   is then not claimed
   * @returns what `work` returned, or the stored answer where the key was used before
   */
  run<T>(work: (tx: Tx) => Promise<T>, { keep = true } = {}): Promise<T> {
    const scope = scopeNow();
    const idempotency = requestContext()?.idempotency;
    return this.within('START TRANSACTION', scope, async (tx) => {
      if (!keep || !idempotency || idempotency.used) return this.audited(tx, scope, work);
      idempotency.used = true;
      const earlier = await claimKey(tx, idempotency);
      if (earlier) return earlier.response as T;
      const answer = await this.audited(tx, scope, work);
      await keepAnswer(tx, idempotency, answer);
      return answer;
    });
  }

  /** Several reads that see one state of the database. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.within('START TRANSACTION READ ONLY', scopeNow(), work);
  }

  /** A change by our own machinery; `system` is a name that the policies of the tables know. */
  as<T>(system: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const scope = { system };
    return this.within('START TRANSACTION', scope, (tx) => this.audited(tx, scope, work));
  }

  /** Reads as {@link as} changes. */
  readAs<T>(system: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.within('START TRANSACTION READ ONLY', { system }, work);
  }

  /** A single read, in a transaction of its own. */
  readonly reader: Reader = {
    query: <T>(sql: string, values?: unknown[]) => this.read((tx) => tx.query<T>(sql, values)),
  };

  /** Whether the database answers at all; sees no table. */
  async answers(): Promise<boolean> {
    return this.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  private async audited<T>(tx: Tx, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    const answer = await work(tx);
    await auditChanges(tx, scope, this.clock.now());
    return answer;
  }

  private within<T>(start: string, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return inSpan('transaction', () => this.transact(start, scope, work));
  }

  private async transact<T>(start: string, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      // One message for both, so that the scope costs no journey of its own.
      await runner.query(`${start}; ${settingsOf(scope)}`);
      const answer = await work(runner.manager);
      await runner.query(commitOf(runner.manager));
      return answer;
    } catch (error) {
      // A connection that broke has ended its transaction already; the first error is the one to tell.
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

function scopeNow(): Scope {
  const scope = requestContext()?.scope;
  if (!scope) throw new Error('nobody asks: a transaction needs a scope');
  return scope;
}
