import { Injectable, StreamableFile } from '@nestjs/common';
import { catalogError, intakeError, type Actor } from '@yikou/domain';
import { acceptedKindOf, FileStore, noteChange, Transactions } from '@yikou/platform';
import type { UploadedFile } from '../uploaded-file.js';
import type { AuthorisationDto } from './authorisation.dto.js';
import { AuthorisationRow } from './authorisation.entity.js';
import { AuthorisationQueries } from './authorisation.queries.js';

/** The signed document behind an authorisation (R48). */
@Injectable()
export class AuthorisationDocument {
  constructor(
    private readonly transactions: Transactions,
    private readonly authorisations: AuthorisationQueries,
    private readonly files: FileStore,
  ) {}

  /**
   * Keeps the scan in the place of an earlier one; the audit knows both by their SHA-256.
   *
   * @throws DomainError `catalog.authorisation_unknown`, `catalog.authorisation_not_yours`,
   *   `catalog.authorisation_over_already`, `intake.file_empty`, `intake.file_type_refused` (by content)
   */
  async attach(
    id: string,
    { name, content }: UploadedFile,
    actor: Actor,
  ): Promise<AuthorisationDto> {
    if (content.length === 0) throw intakeError('intake.file_empty');
    const kind = await acceptedKindOf(content);
    if (!kind) throw intakeError('intake.file_type_refused', name);
    const { key, sha256, bytes } = await this.files.keep(content);
    const scan = { scanName: name, scanMediaType: kind.mediaType, scanBytes: bytes };
    let unused: string | null = key;
    try {
      const done = await this.transactions.run(async (tx) => {
        // Two scans at once: the second one replaces the first, and knows which it was.
        await tx.query('SELECT 1 FROM authorisations WHERE id = $1 FOR UPDATE', [id]);
        const before = await this.authorisations.one(tx, id, actor);
        if (before.section.id !== actor.unitId)
          throw catalogError('catalog.authorisation_not_yours');
        if (!before.allowedActions.includes('attachDocument')) {
          throw catalogError('catalog.authorisation_over_already');
        }
        const earlier = await tx.findOneBy(AuthorisationRow, { id });
        await tx.update(AuthorisationRow, { id }, { ...scan, scanKey: key, scanSha256: sha256 });
        noteChange(tx, {
          ...{ kind: 'authorisation', id },
          before: { scan: earlier?.scanSha256 ?? null },
          after: { scan: sha256 },
        });
        return { unused: earlier?.scanKey ?? null, answer: { ...before, scanName: name } };
      });
      unused = done.unused;
      return done.answer;
    } finally {
      if (unused) await this.files.remove(unused);
    }
  }

  /** Always as an attachment: a browser never runs what somebody handed in. */
  async read(id: string, actor: Actor): Promise<StreamableFile> {
    const row = await this.transactions.read(async (tx) => {
      await this.authorisations.row(tx, id, actor);
      return tx.findOneBy(AuthorisationRow, { id });
    });
    if (!row?.scanKey) throw catalogError('catalog.authorisation_without_document');
    return new StreamableFile(this.files.read(row.scanKey), {
      type: row.scanMediaType ?? 'application/octet-stream',
      length: row.scanBytes ?? 0,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(row.scanName ?? 'document')}`,
    });
  }
}
