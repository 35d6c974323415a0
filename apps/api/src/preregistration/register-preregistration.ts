import { Injectable, StreamableFile } from '@nestjs/common';
import {
  intakeError,
  localDateOf,
  preregistrationError,
  preregistrationIsOpen,
  type Actor,
  type CaseChannel,
} from '@yikou/domain';
import { Clock, FileStore, noteChange, Transactions, type Tx } from '@yikou/platform';
import { FORGOTTEN, RegisterCase, SealedPeople } from '../intake/index.js';
import type { CaseDto } from '../workflow/index.js';
import type { RegisterPreregistrationDto } from './preregistration.dto.js';
import { PreregistrationQueries } from './preregistration.queries.js';

const CHANNEL: CaseChannel = 'PREREGISTRATION';

/** The visit: what was sent beforehand becomes a case, and nothing of it is typed again (R71). */
@Injectable()
export class RegisterPreregistration {
  constructor(
    private readonly transactions: Transactions,
    private readonly preregistrations: PreregistrationQueries,
    private readonly registerCase: RegisterCase,
    private readonly people: SealedPeople,
    private readonly clock: Clock,
  ) {}

  /**
   * The files move to the case, and what was kept of the person besides it is deleted.
   *
   * @throws DomainError `preregistration.unknown`, `preregistration.over`, those of {@link RegisterCase}
   */
  run(id: string, body: RegisterPreregistrationDto, actor: Actor): Promise<CaseDto> {
    return this.transactions.run(async (tx) => {
      const row = await this.preregistrations.row(tx, id, actor, 'FOR UPDATE OF p');
      const now = this.clock.now();
      preregistrationIsOpen({ state: row.state, lastDay: row.last_day }, localDateOf(now));
      const applicant = this.people.openVisitor('preregistrations', { id, ...row.visitor });
      if (!applicant) throw preregistrationError('preregistration.over');
      const receivedMaterials = [
        ...new Set([...body.receivedMaterials, ...(await sentFor(tx, id))]),
      ];
      const request = { itemCode: row.item_code, applicant, channel: CHANNEL };
      const opened = await this.registerCase.within(
        tx,
        { ...request, agent: body.agent, receivedMaterials },
        actor,
      );
      await moveFiles(tx, id, opened.id, actor);
      await tx.query(
        `UPDATE preregistrations SET state = 'REGISTERED', ended_at = $2, case_id = $3, ${FORGOTTEN},
           sender_index = NULL WHERE id = $1`,
        [id, now, opened.id],
      );
      const change = { before: { state: 'SENT' }, after: { state: 'REGISTERED' } };
      noteChange(tx, { kind: 'preregistration', id, ...change });
      return opened;
    });
  }
}

/** Lines of the checklist for which something was sent. */
async function sentFor(tx: Tx, id: string): Promise<number[]> {
  const rows: { position: number }[] = await tx.query(
    'SELECT DISTINCT position FROM preregistration_files WHERE preregistration_id = $1 ORDER BY position',
    [id],
  );
  return rows.map(({ position }) => position);
}

/** The content stays where it lies; the case refers to it from now on. */
async function moveFiles(tx: Tx, id: string, caseId: string, actor: Actor): Promise<void> {
  await tx.query(
    `INSERT INTO material_files (id, case_id, position, name, media_type, bytes, sha256, storage_key,
       uploaded_at, uploaded_by_id)
     SELECT f.id, $2, f.position, f.name, f.media_type, f.bytes, f.sha256, f.storage_key, f.uploaded_at, $3
     FROM preregistration_files f WHERE f.preregistration_id = $1`,
    [id, caseId, actor.accountId],
  );
  await tx.query('DELETE FROM preregistration_files WHERE preregistration_id = $1', [id]);
}

/** What was sent, for the counter that opens it. */
@Injectable()
export class ReadSentFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly preregistrations: PreregistrationQueries,
    private readonly files: FileStore,
  ) {}

  /** Always as an attachment: a browser never runs what somebody sent in. */
  async run(id: string, fileId: string, actor: Actor): Promise<StreamableFile> {
    const file = await this.transactions.read(async (tx) => {
      await this.preregistrations.row(tx, id, actor);
      const [row]: { name: string; media_type: string; bytes: number; storage_key: string }[] =
        await tx.query(
          `SELECT name, media_type, bytes, storage_key FROM preregistration_files
           WHERE id = $1 AND preregistration_id = $2`,
          [fileId, id],
        );
      return row;
    });
    if (!file) throw intakeError('intake.file_unknown');
    return new StreamableFile(this.files.read(file.storage_key), {
      type: file.media_type,
      length: file.bytes,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
  }
}
