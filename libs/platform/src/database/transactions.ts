import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { claimKey, keepAnswer } from '../idempotency/idempotency-store.js';
import { requestContext } from '../telemetry/request-context.js';

/** One transaction; every statement of a verb goes through it. */
export type Tx = EntityManager;

/**
 * Opens the one transaction of a verb. On a POST that carries an Idempotency-Key the key is claimed
 * first and the answer stored last, in the same transaction: the answer and the change commit together.
 */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in a transaction; nothing is sent to anybody before it has committed.
   *
   * @returns what `work` returned, or the stored answer where the key was used before
   */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const idempotency = requestContext()?.idempotency;
    return this.dataSource.transaction(async (tx) => {
      if (!idempotency || idempotency.used) return work(tx);
      idempotency.used = true;
      const earlier = await claimKey(tx, idempotency);
      if (earlier) return earlier.response as T;
      const answer = await work(tx);
      await keepAnswer(tx, idempotency, answer);
      return answer;
    });
  }

  /** Reads outside any transaction; a single statement each. */
  get reader(): EntityManager {
    return this.dataSource.manager;
  }
}
