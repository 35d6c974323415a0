import { Injectable } from '@nestjs/common';
import { AnchorFile, Clock, gauges, readHeads, Transactions } from '@yikou/platform';

/** The name under which the machinery reads all chains. */
export const AUDIT = 'audit';

const AGE = 'yikou_audit_anchor_age_seconds';

/** Any number; of several workers one anchors at a time. */
const LOCK = 410105;

/**
 * Writes down, outside the database, how far each chain has come: whoever cuts the end off a chain or
 * writes it anew cannot change that.
 */
@Injectable()
export class AnchorAudit {
  constructor(
    private readonly transactions: Transactions,
    private readonly anchors: AnchorFile,
    private readonly clock: Clock,
  ) {}

  /** @throws AnchorBrokenError when the file was tampered with */
  run(): Promise<void> {
    return this.transactions.as(AUDIT, async (tx) => {
      const [row]: { mine: boolean }[] = await tx.query(
        'SELECT pg_try_advisory_xact_lock($1) AS mine',
        [LOCK],
      );
      if (!row?.mine) return;
      const heads = await readHeads((sql, params) => tx.query(sql, params));
      await this.anchors.append(heads, this.clock.now());
      gauges.setAge(AGE, 'Seconds since the audit was last compared with its anchors', new Date());
    });
  }
}
