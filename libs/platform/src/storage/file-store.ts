import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';

export interface StoredFile {
  /** Random name under which the content is kept; never the name the sender gave. */
  key: string;
  sha256: string;
  bytes: number;
}

const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Keeps files in a local folder outside the web root, under random names. */
@Injectable()
export class FileStore {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Writes the content durably: complete and flushed under its name, or not there at all. */
  async keep(content: Buffer): Promise<StoredFile> {
    const key = randomUUID();
    const target = this.pathOf(key);
    await mkdir(path.dirname(target), { recursive: true });
    const partial = `${target}.partial`;
    try {
      await writeFlushed(partial, content);
      await rename(partial, target);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
    return {
      key,
      sha256: createHash('sha256').update(content).digest('hex'),
      bytes: content.length,
    };
  }

  read(key: string): ReadStream {
    return createReadStream(this.pathOf(key));
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error('not a file key');
    return path.join(this.settings.dataFolder, 'files', key.slice(0, 2), key);
  }
}

async function writeFlushed(file: string, content: Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
