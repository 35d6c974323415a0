import { Injectable, StreamableFile } from '@nestjs/common';
import { intakeError, type Actor } from '@yikou/domain';
import { FileStore, Transactions } from '@yikou/platform';
import { CaseQueries } from '../workflow/index.js';
import { MaterialQueries } from './material.queries.js';

@Injectable()
export class DownloadFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseQueries,
    private readonly materials: MaterialQueries,
    private readonly files: FileStore,
  ) {}

  /** Always as an attachment: a browser never runs what somebody handed in. */
  async run(caseId: string, fileId: string, actor: Actor): Promise<StreamableFile> {
    const file = await this.transactions.read(async (tx) => {
      await this.cases.row(caseId, actor, tx);
      return this.materials.file(tx, caseId, fileId);
    });
    if (!file) throw intakeError('intake.file_unknown');
    return new StreamableFile(this.files.read(file.storage_key), {
      type: file.media_type,
      length: file.bytes,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
  }
}
