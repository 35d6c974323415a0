import { buffer } from 'node:stream/consumers';
import { Injectable, StreamableFile } from '@nestjs/common';
import { localDateOf, paperError, type Actor } from '@yikou/domain';
import { Clock, FileStore, noteChange, Transactions, type Tx } from '@yikou/platform';
import { mergePdfs } from '../documents/index.js';
import type { PaperDto } from './paper.dto.js';
import { drawPaper, paperRow, paperRows, type PaperRow } from './paper.row.js';

/** Gives the files out; whoever looks into one, or prints it, stands in the audit. */
@Injectable()
export class PrintPapers {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** The file as it was printed first. @throws DomainError `paper.unknown` */
  async file(id: string): Promise<StreamableFile> {
    const { storageKey, bytes, number } = await this.transactions.run(
      async (tx) => {
        const row = await paperRow(tx, id);
        noteChange(tx, { kind: 'paper', id, after: { number: row.number, seen: true } });
        return row;
      },
      { keep: false },
    );
    return new StreamableFile(this.files.read(storageKey), {
      type: 'application/pdf',
      length: bytes,
      disposition: `inline; filename*=UTF-8''${encodeURIComponent(`${number}.pdf`)}`,
    });
  }

  /** Notes that it is printed, once more. @throws DomainError `paper.unknown`, `paper.is_withdrawn` */
  print(id: string, actor: Actor): Promise<PaperDto> {
    return this.transactions.run(async (tx) => {
      const [row] = await this.counted(tx, [id]);
      if (!row) throw paperError('paper.unknown');
      return drawPaper(row, actor);
    });
  }

  /**
   * Many papers as one file, each page as it was printed first; one batch after the other.
   *
   * @throws DomainError `paper.unknown`, `paper.is_withdrawn`
   */
  async together(ids: readonly string[]): Promise<StreamableFile> {
    const rows = await this.transactions.run((tx) => this.counted(tx, ids), { keep: false });
    const date = localDateOf(this.clock.now());
    const merged = this.last.then(async () => {
      const contents: Buffer[] = [];
      for (const { storageKey } of rows) contents.push(await buffer(this.files.read(storageKey)));
      return mergePdfs(contents, `文书${rows.length}份 ${date}`, date);
    });
    this.last = merged.catch(() => undefined);
    return new StreamableFile(await merged, {
      type: 'application/pdf',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(`文书${rows.length}份-${date}.pdf`)}`,
    });
  }

  private async counted(tx: Tx, ids: readonly string[]): Promise<PaperRow[]> {
    await tx.query(
      'UPDATE papers SET prints = prints + 1, last_printed_at = $2 WHERE id = ANY($1)',
      [ids, this.clock.now()],
    );
    const rows = await paperRows(tx, ids);
    if (rows.length < ids.length) throw paperError('paper.unknown');
    const withdrawn = rows.find(({ withdrawnAt }) => withdrawnAt !== null);
    if (withdrawn) throw paperError('paper.is_withdrawn', withdrawn.number);
    for (const { id, number, prints } of rows) {
      noteChange(tx, { kind: 'paper', id, after: { number, prints } });
    }
    return rows;
  }
}
