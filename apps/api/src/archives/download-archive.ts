import { Injectable, StreamableFile } from '@nestjs/common';
import { maskNumbersIn, type Actor } from '@yikou/domain';
import { noteChange, Transactions } from '@yikou/platform';
import { ArchiveQueries } from './archive.queries.js';
import { Packages } from './packages.js';

/** Hands a package out for a reason, which the audit keeps: it holds the applicant's data in clear. */
@Injectable()
export class DownloadArchive {
  constructor(
    private readonly transactions: Transactions,
    private readonly archives: ArchiveQueries,
    private readonly packages: Packages,
  ) {}

  /** @throws DomainError `archive.unknown`, `archive.not_ready`, `archive.failed`, `archive.destroyed` */
  async run(id: string, reason: string, actor: Actor): Promise<StreamableFile> {
    const stored = await this.transactions.run(
      async (tx) => {
        const found = await this.archives.stored(id, actor, tx);
        noteChange(tx, { kind: 'archive', id, reason: maskNumbersIn(reason) });
        return found;
      },
      { keep: false },
    );
    return new StreamableFile(await this.packages.open(id, stored.storage_key), {
      type: 'application/zip',
      disposition: `attachment; filename="${stored.name}.zip"`,
    });
  }
}
