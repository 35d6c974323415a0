import { createHash, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';

export interface StoredFile {
  /** Random name under which the content is kept; never the name the sender gave. */
  key: string;
  sha256: string;
  bytes: number;
}

const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Keeps files outside the web root under random names: in a local folder, or in a store that speaks S3. */
export abstract class FileStore {
  /** Writes the content durably: complete under its name, or not there at all. */
  async keep(content: Buffer): Promise<StoredFile> {
    const key = randomUUID();
    await this.write(placeOf(key), content);
    return { key, sha256: sha256Of(content), bytes: content.length };
  }

  /** The stream fails with code `ENOENT` where there is no such file. */
  read(key: string): Readable {
    return this.open(placeOf(key));
  }

  /** Succeeds as well where the file is gone already. */
  async remove(key: string): Promise<void> {
    await this.unlink(placeOf(key));
  }

  protected abstract write(place: string, content: Buffer): Promise<void>;
  protected abstract open(place: string): Readable;
  protected abstract unlink(place: string): Promise<void>;
}

/** Spread over 256 folders. */
function placeOf(key: string): string {
  if (!KEY.test(key)) throw new Error('not a file key');
  return `files/${key.slice(0, 2)}/${key}`;
}

export function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
