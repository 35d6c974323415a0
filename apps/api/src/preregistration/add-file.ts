import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  fileMayBeAdded,
  intakeError,
  localDateOf,
  preregistrationError,
  preregistrationIsOpen,
  type PreregistrationState,
} from '@yikou/domain';
import {
  acceptedKindOf,
  Clock,
  FileStore,
  noteChange,
  Transactions,
  type Tx,
} from '@yikou/platform';
import { UUID } from '../keyset.js';
import type { UploadedFile } from '../uploaded-file.js';
import type { SentDto } from './preregistration.dto.js';
import { VISITORS } from './preregistration.row.js';
import { SentPreregistrations } from './sent-preregistrations.js';

interface OpenRow {
  id: string;
  state: PreregistrationState;
  lastDay: string;
  files: number;
  bytes: number;
}

/** Takes a file for one line of the checklist from whoever knows the key of the preregistration. */
@Injectable()
export class AddFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly sentOnes: SentPreregistrations,
    private readonly clock: Clock,
  ) {}

  /** What was sent under a key so far. */
  async sent(requestKey: string): Promise<SentDto | undefined> {
    if (!UUID.test(requestKey)) return undefined;
    return this.transactions.readAs(VISITORS, (tx) => this.sentOnes.find(tx, requestKey));
  }

  /**
   * The same content for the same line is kept once.
   *
   * @throws DomainError `intake.file_empty`, `intake.file_type_refused` (by content, not by name),
   *   `preregistration.unknown`, `preregistration.over`, `preregistration.files_full`,
   *   `intake.material_unknown`
   */
  async run(requestKey: string, position: number, file: UploadedFile): Promise<SentDto> {
    if (file.content.length === 0) throw intakeError('intake.file_empty');
    const kind = await acceptedKindOf(file.content);
    if (!kind) throw intakeError('intake.file_type_refused', file.name);
    // Before anything is written: who has no key fills no disk.
    const known = await this.sent(requestKey);
    if (!known) throw preregistrationError('preregistration.unknown');
    const stored = await this.files.keep(file.content);
    let kept = false;
    try {
      const answer = await this.transactions.as(VISITORS, async (tx) => {
        const { id } = await this.lock(tx, requestKey, stored.bytes);
        if (!known.materials.some((one) => one.position === position))
          throw intakeError('intake.material_unknown');
        const rows: unknown[] = await tx.query(
          `INSERT INTO preregistration_files (id, preregistration_id, position, name, media_type, bytes,
             sha256, storage_key, uploaded_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
          [
            ...[randomUUID(), id, position, file.name, kind.mediaType, stored.bytes],
            ...[stored.sha256, stored.key, this.clock.now()],
          ],
        );
        const isNew = rows.length > 0;
        const after = { position, sha256: stored.sha256, bytes: stored.bytes };
        if (isNew) noteChange(tx, { kind: 'preregistration', id, after });
        return { isNew, sent: await this.sentOnes.find(tx, requestKey) };
      });
      kept = answer.isNew;
      return answer.sent ?? known;
    } finally {
      // Nothing refers to the content then: no orphan is left behind.
      if (!kept) await this.files.remove(stored.key);
    }
  }

  private async lock(tx: Tx, requestKey: string, more: number): Promise<OpenRow> {
    await tx.query('SELECT 1 FROM preregistrations WHERE request_key = $1 FOR UPDATE', [
      requestKey,
    ]);
    const [row]: OpenRow[] = await tx.query(
      `SELECT p.id, p.state, p.last_day::text AS "lastDay", count(f.id)::int AS files,
         coalesce(sum(f.bytes), 0)::int AS bytes
       FROM preregistrations p LEFT JOIN preregistration_files f ON f.preregistration_id = p.id
       WHERE p.request_key = $1 GROUP BY p.id`,
      [requestKey],
    );
    if (!row) throw preregistrationError('preregistration.unknown');
    preregistrationIsOpen(row, localDateOf(this.clock.now()));
    fileMayBeAdded(row, more);
    return row;
  }
}
