import { Injectable, StreamableFile } from '@nestjs/common';
import { intakeError, type Actor } from '@yikou/domain';
import { acceptedKindOf, FileStore, noteChange, Transactions, type Tx } from '@yikou/platform';
import type { UploadedFile } from '../uploaded-file.js';
import { CaseQueries } from '../workflow/index.js';
import { CaseAgent } from './agent.entity.js';
import type { LetterDto } from './agent.dto.js';

/** The scanned authorisation letter of an agent (R69). */
@Injectable()
export class AgentLetter {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseQueries,
    private readonly files: FileStore,
  ) {}

  /**
   * Keeps the scan in the place of an earlier one.
   *
   * @throws DomainError `intake.agent_unknown`, `intake.materials_not_yours`, `intake.file_empty`,
   *   `intake.file_type_refused` (by content, not by name)
   */
  async attach(caseId: string, { name, content }: UploadedFile, actor: Actor): Promise<LetterDto> {
    if (content.length === 0) throw intakeError('intake.file_empty');
    const kind = await acceptedKindOf(content);
    if (!kind) throw intakeError('intake.file_type_refused', name);
    const stored = await this.files.keep(content);
    const letter = { name, mediaType: kind.mediaType, bytes: stored.bytes };
    let unused: string | null = stored.key;
    try {
      const earlier = await this.transactions.run(async (tx) => {
        const before = await this.lock(tx, caseId, actor);
        await tx.update(CaseAgent, { caseId }, rowOf(letter, stored));
        const after = { letter: stored.sha256, bytes: stored.bytes };
        noteChange(tx, { kind: 'case', id: caseId, after });
        return before;
      });
      unused = earlier;
    } finally {
      if (unused) await this.files.remove(unused);
    }
    return letter;
  }

  /** Always as an attachment: a browser never runs what somebody handed in. */
  async read(caseId: string, actor: Actor): Promise<StreamableFile> {
    const agent = await this.transactions.read(async (tx) => {
      await this.cases.row(caseId, actor, tx);
      return tx.findOneBy(CaseAgent, { caseId });
    });
    if (!agent?.letterKey) throw intakeError('intake.agent_unknown');
    return new StreamableFile(this.files.read(agent.letterKey), {
      type: agent.letterMediaType ?? 'application/octet-stream',
      length: agent.letterBytes ?? 0,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(agent.letterName ?? 'letter')}`,
    });
  }

  /** @returns where the earlier scan lies */
  private async lock(tx: Tx, caseId: string, actor: Actor): Promise<string | null> {
    const row = await this.cases.row(caseId, actor, tx, 'FOR UPDATE OF c');
    if (row.taking_unit_id !== actor.unitId) throw intakeError('intake.materials_not_yours');
    const agent = await tx.findOneBy(CaseAgent, { caseId });
    if (!agent) throw intakeError('intake.agent_unknown');
    return agent.letterKey;
  }
}

function rowOf(
  { name, mediaType }: LetterDto,
  { key, sha256, bytes }: { key: string; sha256: string; bytes: number },
) {
  return {
    letterName: name,
    letterMediaType: mediaType,
    letterBytes: bytes,
    letterSha256: sha256,
    letterKey: key,
  };
}
