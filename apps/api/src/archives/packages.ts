import { Injectable } from '@nestjs/common';
import { FieldCipher, FileStore } from '@yikou/platform';

/** Packages at rest: each is sealed, and opens as its own archive's alone. */
@Injectable()
export class Packages {
  constructor(
    private readonly files: FileStore,
    private readonly cipher: FieldCipher,
  ) {}

  /** @returns under which key it lies */
  async keep(archiveId: string, zip: Buffer): Promise<string> {
    return (await this.files.keep(this.cipher.encryptBytes(zip, placeOf(archiveId)))).key;
  }

  /** @throws FieldCipherError when what lies there is not what was sealed */
  async open(archiveId: string, key: string): Promise<Buffer> {
    return this.cipher.decryptBytes(await this.content(key), placeOf(archiveId));
  }

  async content(key: string): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.files.read(key)) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  }

  remove(key: string): Promise<void> {
    return this.files.remove(key);
  }
}

const placeOf = (id: string) => `archives.package:${id}`;
