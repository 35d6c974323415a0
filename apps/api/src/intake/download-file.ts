import { Injectable, StreamableFile } from '@nestjs/common';
import { intakeError, type Actor } from '@yikou/domain';
import { FileStore } from '@yikou/platform';
import { CaseQueries } from '../workflow/index.js';
import { MaterialQueries } from './material.queries.js';

@Injectable()
export class DownloadFile {
  constructor(
    private readonly cases: CaseQueries,
    private readonly materials: MaterialQueries,
    private readonly files: FileStore,
  ) {}

  /** Always as an attachment: a browser never runs what somebody handed in. */
  async run(caseId: string, fileId: string, actor: Actor): Promise<StreamableFile> {
    await this.cases.row(caseId, actor);
    const file = await this.materials.file(caseId, fileId);
    if (!file) throw intakeError('intake.file_unknown');
    return new StreamableFile(this.files.read(file.storage_key), {
      type: file.media_type,
      length: file.bytes,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
  }
}
