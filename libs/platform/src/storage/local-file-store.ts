import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Settings } from '../config/settings.js';
import { FileStore } from './file-store.js';

/** Keeps files below the data folder of this machine, or of a volume that all processes share. */
export class LocalFileStore extends FileStore {
  constructor(private readonly settings: Pick<Settings, 'dataFolder'>) {
    super();
  }

  protected async write(place: string, content: Buffer): Promise<void> {
    const target = this.pathOf(place);
    await mkdir(path.dirname(target), { recursive: true });
    const partial = `${target}.partial`;
    try {
      await writeFlushed(partial, content);
      await rename(partial, target);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  protected open(place: string): Readable {
    return createReadStream(this.pathOf(place));
  }

  protected async unlink(place: string): Promise<void> {
    await rm(this.pathOf(place), { force: true });
  }

  private pathOf(place: string): string {
    return path.join(this.settings.dataFolder, place);
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
