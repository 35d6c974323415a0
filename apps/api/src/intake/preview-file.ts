import { buffer } from 'node:stream/consumers';
import { Injectable, StreamableFile } from '@nestjs/common';
import { intakeError, type Actor } from '@yikou/domain';
import { FileStore, Transactions } from '@yikou/platform';
import sharp from 'sharp';
import { CaseQueries } from '../workflow/index.js';
import { MaterialQueries } from './material.queries.js';

/** Large enough to read a scanned page by, small enough for a slow line. */
const LONGEST_SIDE = 1600;
/** A picture that unpacks to more is made to fill the memory, not to be looked at. */
const MOST_PIXELS = 100_000_000;
const QUALITY = 82;

const IMAGES = ['image/jpeg', 'image/png', 'image/webp'];

/** One picture at a time and thread: the counters are served by the same process. */
sharp.concurrency(1);
sharp.cache(false);

/** What can be looked at in the page: pictures drawn anew and smaller, PDF as it is. */
@Injectable()
export class PreviewFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseQueries,
    private readonly materials: MaterialQueries,
    private readonly files: FileStore,
  ) {}

  /** @throws DomainError `case.unknown`, `intake.file_unknown`, `intake.file_without_preview` */
  async run(caseId: string, fileId: string, actor: Actor): Promise<StreamableFile> {
    const file = await this.transactions.read(async (tx) => {
      await this.cases.row(caseId, actor, tx);
      return this.materials.file(tx, caseId, fileId);
    });
    if (!file) throw intakeError('intake.file_unknown');
    if (file.media_type === 'application/pdf') {
      return new StreamableFile(this.files.read(file.storage_key), {
        type: 'application/pdf',
        length: file.bytes,
        disposition: 'inline',
      });
    }
    if (!IMAGES.includes(file.media_type)) throw intakeError('intake.file_without_preview');
    const drawn = await smaller(await buffer(this.files.read(file.storage_key)));
    return new StreamableFile(drawn, { type: 'image/webp', disposition: 'inline' });
  }
}

/** Pixels alone: whatever else the file carried, such as where it was taken, stays behind. */
async function smaller(content: Buffer): Promise<Buffer> {
  try {
    return await sharp(content, { limitInputPixels: MOST_PIXELS })
      .autoOrient()
      .resize({
        ...{ width: LONGEST_SIDE, height: LONGEST_SIDE },
        ...{ fit: 'inside', withoutEnlargement: true },
      })
      .webp({ quality: QUALITY })
      .toBuffer();
  } catch {
    throw intakeError('intake.file_without_preview');
  }
}
