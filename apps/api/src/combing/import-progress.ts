import { Injectable } from '@nestjs/common';
import { Clock, Transactions, type Tx } from '@yikou/platform';
import type { CellProblem, ListFormat } from '../documents/index.js';
import type { ImportOutcome } from './list-outcome.js';

/** The name under which lists are imported; the policies of the tables know it. */
export const COMBING = 'combing';

/** Who has not been heard of for so long has died; reading the largest book takes some seconds. */
const ALIVE_MS = 60_000;
/** Then something is wrong with the list itself, and not with who runs it. */
const MOST_ATTEMPTS = 3;

/** An import in somebody's hand. */
export interface ImportJob {
  id: string;
  area_code: string;
  area_path: string;
  levels: string[];
  format: ListFormat;
  storage_key: string;
  dry_run: boolean;
  attempt: number;
}

export interface ImportEnd {
  state: 'DONE' | 'REFUSED' | 'FAILED';
  outcome?: ImportOutcome;
  problems?: readonly CellProblem[];
  refusal?: { code: string; title: string };
}

/** The import was cancelled, or somebody else has taken it up. */
export class ImportLost extends Error {}

/** Takes imports up, and says how far they have come; each word is a transaction of its own. */
@Injectable()
export class ImportProgress {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The next that waits, or whose runner has died. Whoever comes second finds the next but one. */
  take(): Promise<ImportJob | undefined> {
    const now = this.clock.now();
    return this.transactions.as(COMBING, async (tx) => {
      const [[job] = []]: [ImportJob[]?] = await tx.query(
        `UPDATE street_list_imports SET state = 'RUNNING', attempt = attempt + 1, alive_until = $2,
           rows_read = 0, rows_matched = 0, rows_written = 0
         WHERE id = (SELECT id FROM street_list_imports
           WHERE state IN ('WAITING', 'RUNNING') AND (state = 'WAITING' OR alive_until < $1)
           ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING id, area_code, area_path, levels, format, storage_key, dry_run, attempt`,
        [now, this.aliveUntil()],
      );
      return job;
    });
  }

  mayTryAgain({ attempt }: ImportJob): boolean {
    return attempt < MOST_ATTEMPTS;
  }

  isTooOften({ attempt }: ImportJob): boolean {
    return attempt > MOST_ATTEMPTS;
  }

  /** @throws ImportLost */
  async tell(
    job: ImportJob,
    rows: Partial<Record<'read' | 'matched' | 'written', number>>,
  ): Promise<void> {
    const told: unknown[][] = await this.transactions.as(COMBING, (tx) =>
      tx.query(
        `UPDATE street_list_imports SET alive_until = $3, rows_read = coalesce($4, rows_read),
           rows_matched = coalesce($5, rows_matched), rows_written = coalesce($6, rows_written)
         WHERE id = $1 AND state = 'RUNNING' AND attempt = $2 RETURNING id`,
        [
          job.id,
          job.attempt,
          this.aliveUntil(),
          rows.read ?? null,
          rows.matched ?? null,
          rows.written ?? null,
        ],
      ),
    );
    if (!told[0]?.length) throw new ImportLost();
  }

  /** In the transaction that makes it true. @throws ImportLost */
  async end(tx: Tx, job: ImportJob, { state, outcome, problems = [], refusal }: ImportEnd) {
    const ended: unknown[][] = await tx.query(
      `UPDATE street_list_imports SET state = $3, outcome = $4, problems = $5, problem_count = $6,
         refusal_code = $7, refusal_title = $8, finished_at = $9, alive_until = NULL
       WHERE id = $1 AND state = 'RUNNING' AND attempt = $2 RETURNING id`,
      [
        job.id,
        job.attempt,
        state,
        outcome ? JSON.stringify(outcome) : null,
        JSON.stringify(problems),
        problems.length,
        refusal?.code ?? null,
        refusal?.title ?? null,
        this.clock.now(),
      ],
    );
    if (!ended[0]?.length) throw new ImportLost();
  }

  endAlone(job: ImportJob, how: ImportEnd): Promise<void> {
    return this.transactions.as(COMBING, (tx) => this.end(tx, job, how));
  }

  /** To be taken up again at once. */
  async putBack(job: ImportJob): Promise<void> {
    await this.transactions.as(COMBING, (tx) =>
      tx.query(
        `UPDATE street_list_imports SET state = 'WAITING', alive_until = NULL
         WHERE id = $1 AND state = 'RUNNING' AND attempt = $2`,
        [job.id, job.attempt],
      ),
    );
  }

  private aliveUntil(): Date {
    return new Date(this.clock.now().getTime() + ALIVE_MS);
  }
}
