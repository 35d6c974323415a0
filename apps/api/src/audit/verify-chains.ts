import { Injectable } from '@nestjs/common';
import { AnchorFile, Transactions, verifyAudit, type AuditReport } from '@yikou/platform';
import { AUDIT } from './anchor-audit.js';

export type VerifyProgress = (done: { chains: number; entries: number }) => void;

/** Recomputes every chain and compares it with its anchors; it may run while entries are appended. */
@Injectable()
export class VerifyChains {
  constructor(
    private readonly transactions: Transactions,
    private readonly anchors: AnchorFile,
  ) {}

  /** @param signal ends the work after the batch in hand */
  run(onProgress: VerifyProgress, signal: AbortSignal): Promise<AuditReport> {
    return verifyAudit(
      (sql, params) => this.transactions.readAs(AUDIT, (tx) => tx.query(sql, params)),
      this.anchors,
      { onProgress, signal },
    );
  }

  /** The same as lines of JSON: progress after each batch, the report as the last line. */
  async *lines(signal: AbortSignal): AsyncGenerator<string> {
    const progress: object[] = [];
    let wake: () => void = () => undefined;
    let over = false;
    const work = this.run((done) => {
      progress.push(done);
      wake();
    }, signal).finally(() => {
      over = true;
      wake();
    });
    // Whoever stops reading stops the work; its refusal is then nobody's.
    work.catch(() => undefined);
    while (!over || progress.length > 0) {
      const done = progress.shift();
      if (done) yield `${JSON.stringify({ progress: done })}\n`;
      else if (!over) await new Promise<void>((resolve) => (wake = resolve));
    }
    yield `${JSON.stringify({ report: await work })}\n`;
  }
}
