import { buffer } from 'node:stream/consumers';
import { Injectable, Logger } from '@nestjs/common';
import {
  localDateOf,
  localTime,
  mayDo,
  MOST_EXPORTED_ROWS,
  type Actor,
  type ExportedList,
} from '@yikou/domain';
import { Clock, FileStore, runInContext } from '@yikou/platform';
import { streamTable, type StreamedTable } from '../documents/index.js';
import { scopeOfActor, SessionQueries } from '../identity/index.js';
import { ExportProgress, ExportStopped, type ExportJob } from './export-progress.js';
import { LIST_TITLES } from './export-words.js';
import { ExportedLists, type ExportSource } from './exported-lists.js';

/** Writes the exports that wait, in the worker, with the eyes of whoever asked for them. */
@Injectable()
export class WriteExports {
  private readonly log = new Logger(WriteExports.name);

  constructor(
    private readonly progress: ExportProgress,
    private readonly lists: ExportedLists,
    private readonly people: SessionQueries,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    for (let job = await this.progress.take(); job; job = await this.progress.take()) {
      try {
        await this.write(job);
      } catch (error) {
        if (error instanceof ExportStopped) continue;
        this.log.error({ msg: 'an export was not written', exportId: job.id, err: error });
        await this.progress.giveBack(job);
      }
    }
  }

  /** Whoever has lost the right meanwhile gets no file. */
  private async write(job: ExportJob): Promise<void> {
    const actor = await this.people.actorOf(job.accountId, this.clock.now());
    if (!actor || !mayDo('export.request', actor)) {
      await this.progress.fail(job);
      return;
    }
    const { kept, truncated } = await this.fileOf(job, actor);
    try {
      await this.progress.finish(job, kept, truncated);
    } catch (error) {
      await this.files.remove(kept.key);
      throw error;
    }
  }

  private async fileOf(job: ExportJob, actor: Actor) {
    const source = this.lists.open(job.list, job.filter, actor);
    const table = streamTable(LIST_TITLES[job.list], source.columns);
    // Rows leave as they come; what is held is the packed workbook, some ten megabytes at its longest.
    const packing = buffer(table.content);
    const filling = runInContext({ traceId: job.id, scope: scopeOfActor(actor) }, () =>
      this.fill(table, source, job),
    );
    filling.catch((error: unknown) => table.abort(error as Error));
    const [truncated, content] = await bothOf(filling, packing);
    return { kept: await this.files.keep(content), truncated };
  }

  /** @returns whether the list goes on beyond what a workbook holds */
  private async fill(table: StreamedTable, source: ExportSource, job: ExportJob): Promise<boolean> {
    let done = 0;
    let cursor: string | undefined;
    do {
      const page = await source.page(cursor);
      const rows = page.rows.slice(0, MOST_EXPORTED_ROWS - done);
      await table.add(rows);
      done += rows.length;
      cursor = page.nextCursor ?? undefined;
      await this.progress.tell(job, done);
    } while (cursor && done < MOST_EXPORTED_ROWS);
    await table.end(notesOf(job.list, done, cursor !== undefined, this.clock.now()));
    return cursor !== undefined;
  }
}

/** The first error of the two, once both have come to rest. */
async function bothOf(
  filling: Promise<boolean>,
  packing: Promise<Buffer>,
): Promise<[boolean, Buffer]> {
  const [filled, packed] = await Promise.allSettled([filling, packing]);
  if (filled.status === 'rejected') throw filled.reason;
  if (packed.status === 'rejected') throw packed.reason;
  return [filled.value, packed.value];
}

function notesOf(list: ExportedList, rows: number, truncated: boolean, now: Date): string[] {
  const at = `${localDateOf(now)} ${localTime(now)}`;
  return [
    `${LIST_TITLES[list]}，共导出 ${rows} 行，${at}；姓名已脱敏。`,
    ...(truncated ? [`清单超过 ${MOST_EXPORTED_ROWS} 行，其余未导出，请缩小筛选范围。`] : []),
  ];
}
