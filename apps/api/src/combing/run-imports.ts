import { buffer } from 'node:stream/consumers';
import { Injectable, Logger } from '@nestjs/common';
import { combingError, combingErrors, DomainError, type ItemStandard } from '@yikou/domain';
import { FileStore, Transactions } from '@yikou/platform';
import { StandardItems } from '../catalog/index.js';
import { readList } from '../documents/index.js';
import { COMBING, ImportLost, ImportProgress, type ImportJob } from './import-progress.js';
import { ListMatcher, type MatchedEntry } from './match-list.js';
import { outcomeOf } from './tell-outcome.js';
import { WriteList } from './write-list.js';

/** Rows between two signs of life; comparing so many takes well under a second. */
const ROWS_AT_ONCE = 250;

const GAVE_UP = { code: 'combing.gave_up', title: combingErrors['combing.gave_up'].title };

/** Imports what was handed in: read, match, write. Killed anywhere, it begins anew and leaves nothing half. */
@Injectable()
export class RunImports {
  private readonly logger = new Logger(RunImports.name);

  constructor(
    private readonly progress: ImportProgress,
    private readonly transactions: Transactions,
    private readonly standardItems: StandardItems,
    private readonly files: FileStore,
    private readonly writeList: WriteList,
  ) {}

  /** @returns how many were taken up */
  async drain(limit = 20): Promise<number> {
    for (let taken = 0; taken < limit; taken += 1) {
      const job = await this.progress.take();
      if (!job) return taken;
      await this.run(job);
    }
    return limit;
  }

  private async run(job: ImportJob): Promise<void> {
    try {
      if (this.progress.isTooOften(job)) await this.giveUp(job);
      else await this.carryOut(job);
    } catch (error) {
      if (error instanceof ImportLost) return;
      this.logger.error(`import ${job.id}: ${String(error)}`);
      if (this.progress.mayTryAgain(job)) await this.progress.putBack(job);
      else await this.giveUp(job);
    }
  }

  private giveUp(job: ImportJob): Promise<void> {
    return this.progress.endAlone(job, { state: 'FAILED', refusal: GAVE_UP });
  }

  private async carryOut(job: ImportJob): Promise<void> {
    const items = await this.itemsOf(job);
    if (!items) return;
    await this.progress.tell(job, { read: items.length });
    const { standards, earlier } = await this.transactions.readAs(COMBING, async (tx) => ({
      standards: await this.standardItems.inForce(tx, { levels: job.levels }),
      earlier: await this.writeList.presentEntries(tx, job.area_code),
    }));
    const matcher = new ListMatcher(items, standards, earlier);
    const entries: MatchedEntry[] = [];
    for (let from = 0; from < items.length; from += ROWS_AT_ONCE) {
      entries.push(...matcher.entries(from, from + ROWS_AT_ONCE));
      await this.progress.tell(job, { matched: entries.length });
    }
    const outcome = outcomeOf(entries, earlier, standards);
    if (job.dry_run) await this.progress.endAlone(job, { state: 'DONE', outcome });
    else await this.writeList.run(job, entries, outcome);
  }

  /** @returns undefined where the list is refused as a whole */
  private async itemsOf(job: ImportJob): Promise<ItemStandard[] | undefined> {
    const file = await buffer(this.files.read(job.storage_key));
    try {
      const { items, problems } = readList(file, job.format);
      if (problems.length > 0) {
        await this.progress.endAlone(job, { state: 'REFUSED', problems });
      } else if (items.length > 0) return items;
      else throw combingError('combing.list_empty');
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const title = error.detail ? `${error.title}（${error.detail}）` : error.title;
      await this.progress.endAlone(job, { state: 'REFUSED', refusal: { code: error.code, title } });
    }
    return undefined;
  }
}
