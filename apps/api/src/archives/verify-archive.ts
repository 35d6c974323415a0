import { Injectable } from '@nestjs/common';
import JSZip from 'jszip';
import { Transactions, type Tx } from '@yikou/platform';
import type { Actor } from '@yikou/domain';
import { ArchiveQueries } from './archive.queries.js';
import type { ArchiveFaultDto, ArchiveReportDto } from './archive.dto.js';
import { MANIFEST, sha256, type Manifest } from './make-package.js';
import { ARCHIVIST } from './pack-archives.js';
import { Packages } from './packages.js';

interface Stored {
  id: string;
  sha256: string;
  storage_key: string;
}

const AT_ONCE = 100;

/** Compares packages with what was written down when they were made (R84). */
@Injectable()
export class VerifyArchive {
  constructor(
    private readonly transactions: Transactions,
    private readonly archives: ArchiveQueries,
    private readonly packages: Packages,
  ) {}

  /** @throws DomainError `archive.unknown`, `archive.not_ready`, `archive.failed`, `archive.destroyed` */
  async run(id: string, actor: Actor): Promise<ArchiveReportDto> {
    return this.verify(await this.archives.stored(id, actor));
  }

  /** Every package there is, one after the other. @param onFault told of each that was changed */
  async all(onFault: (id: string, faults: ArchiveFaultDto[]) => void): Promise<number> {
    let checked = 0;
    for (let rows = await this.after(''); rows.length > 0;) {
      for (const row of rows) {
        const { faults } = await this.verify(row);
        if (faults.length > 0) onFault(row.id, faults);
      }
      checked += rows.length;
      rows = await this.after(rows.at(-1)?.id ?? '');
    }
    return checked;
  }

  private after(id: string): Promise<Stored[]> {
    return this.transactions.readAs(ARCHIVIST, (tx: Tx) =>
      tx.query(
        `SELECT id, sha256, storage_key FROM archives WHERE state = 'READY' AND id > $1::uuid
         ORDER BY id LIMIT ${AT_ONCE}`,
        [id || '00000000-0000-0000-0000-000000000000'],
      ),
    );
  }

  private async verify({ id, sha256: hash, storage_key: key }: Stored): Promise<ArchiveReportDto> {
    let zip: Buffer;
    try {
      zip = await this.packages.open(id, key);
    } catch (error) {
      const gone = (error as { code?: string }).code === 'ENOENT';
      return report([{ path: '', kind: gone ? 'MISSING' : 'SEAL_BROKEN' }], 0);
    }
    if (sha256(zip) !== hash) return report([{ path: '', kind: 'PACKAGE_CHANGED' }], 0);
    return this.inside(zip);
  }

  private async inside(zip: Buffer): Promise<ArchiveReportDto> {
    const opened = await JSZip.loadAsync(zip);
    const read = (path: string) => opened.file(path)?.async('nodebuffer');
    const manifest = JSON.parse(String(await read(MANIFEST))) as Manifest;
    const faults: ArchiveFaultDto[] = [];
    for (const file of manifest.files) {
      const content = await read(file.path);
      if (!content) faults.push({ path: file.path, kind: 'MISSING' });
      else if (sha256(content) !== file.sha256) faults.push({ path: file.path, kind: 'CHANGED' });
    }
    return report(faults, manifest.files.length);
  }
}

function report(faults: ArchiveFaultDto[], filesChecked: number): ArchiveReportDto {
  return { intact: faults.length === 0, filesChecked, faults };
}
