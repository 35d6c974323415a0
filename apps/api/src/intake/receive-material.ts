import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { intakeError, materialsMayBeReceived, type Actor } from '@yikou/domain';
import {
  acceptedKindOf,
  Clock,
  FileStore,
  noteChange,
  Transactions,
  type Tx,
} from '@yikou/platform';
import type { UploadedFile } from '../uploaded-file.js';
import { CaseQueries } from '../workflow/index.js';
import type { CaseMaterialsDto } from './intake.dto.js';
import { MaterialQueries } from './material.queries.js';
import { shareMaterial } from './share-material.js';

/** Takes materials of a registered case in hand, on paper or as a file. */
@Injectable()
export class ReceiveMaterial {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseQueries,
    private readonly materials: MaterialQueries,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** Ticks one line of the checklist, or takes the tick back. */
  mark(
    caseId: string,
    position: number,
    received: boolean,
    actor: Actor,
  ): Promise<CaseMaterialsDto> {
    return this.transactions.run(async (tx) => {
      const application = await this.lock(tx, caseId, actor);
      await this.tick(tx, caseId, position, received);
      if (application) await shareMaterial(tx, { caseId, position, application });
      noteChange(tx, { kind: 'case', id: caseId, after: { position, received } });
      return { ...(await this.materials.ofCase(caseId, tx)), mayReceive: true };
    });
  }

  /**
   * Keeps a file for one line. The same content for the same line is kept once.
   *
   * @throws DomainError `intake.file_empty`, `intake.file_type_refused` (by content, not by name)
   */
  async attach(
    caseId: string,
    position: number,
    file: UploadedFile,
    actor: Actor,
  ): Promise<CaseMaterialsDto> {
    await this.cases.row(caseId, actor);
    if (file.content.length === 0) throw intakeError('intake.file_empty');
    const kind = await acceptedKindOf(file.content);
    if (!kind) throw intakeError('intake.file_type_refused', file.name);
    const stored = await this.files.keep(file.content);
    let kept = false;
    try {
      return await this.transactions.run(async (tx) => {
        const application = await this.lock(tx, caseId, actor);
        await this.tick(tx, caseId, position, true);
        const inserted: unknown[] = await tx.query(
          `INSERT INTO material_files (id, case_id, position, name, media_type, bytes, sha256, storage_key,
             uploaded_at, uploaded_by_id)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id`,
          [
            randomUUID(),
            caseId,
            position,
            file.name,
            kind.mediaType,
            stored.bytes,
            stored.sha256,
            stored.key,
            this.clock.now(),
            actor.accountId,
          ],
        );
        kept = inserted.length > 0;
        if (application) await shareMaterial(tx, { caseId, position, application });
        noteChange(tx, {
          kind: 'case',
          id: caseId,
          after: { position, sha256: stored.sha256, bytes: stored.bytes, kept },
        });
        return { ...(await this.materials.ofCase(caseId, tx)), mayReceive: true };
      });
    } catch (error) {
      kept = false;
      throw error;
    } finally {
      // Nothing refers to the content then: no orphan is left behind.
      if (!kept) await this.files.remove(stored.key);
    }
  }

  /** @returns the application that the case is a part of */
  private async lock(tx: Tx, caseId: string, actor: Actor): Promise<string | null> {
    const row = await this.cases.row(caseId, actor, tx, 'FOR UPDATE OF c');
    materialsMayBeReceived({ state: row.state, takingUnitId: row.taking_unit_id }, actor);
    return row.application_id;
  }

  private async tick(tx: Tx, caseId: string, position: number, received: boolean): Promise<void> {
    const [updated]: unknown[][] = await tx.query(
      `UPDATE case_materials SET received_at = CASE WHEN $3 THEN coalesce(received_at, $4::timestamptz) END
       WHERE case_id = $1 AND position = $2 RETURNING position`,
      [caseId, position, received, this.clock.now()],
    );
    if (!updated?.length) throw intakeError('intake.material_unknown');
  }
}
