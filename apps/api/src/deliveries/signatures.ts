import { Injectable } from '@nestjs/common';
import { deliveryError } from '@yikou/domain';
import { acceptedKindOf, FieldCipher, FileStore } from '@yikou/platform';

export interface KeptSignature {
  /** Of the file, in clear: to take it away again. */
  file: string;
  /** Sealed, for the row. */
  key: string;
  sha256: string;
}

/** Drawn signatures: each a sealed file that only its own delivery opens. */
@Injectable()
export class Signatures {
  constructor(
    private readonly files: FileStore,
    private readonly cipher: FieldCipher,
  ) {}

  /** @throws DomainError `delivery.signature_unreadable` */
  async keep(drawn: string, deliveryId: string): Promise<KeptSignature> {
    const image = Buffer.from(drawn, 'base64');
    const kind = await acceptedKindOf(image);
    if (kind?.mediaType !== 'image/png') throw deliveryError('delivery.signature_unreadable');
    const { key, sha256 } = await this.files.keep(
      this.cipher.encryptBytes(image, imagePlaceOf(deliveryId)),
    );
    return { file: key, key: this.cipher.encrypt(key, signatureKeyPlaceOf(deliveryId)), sha256 };
  }

  async image(deliveryId: string, sealedKey: string): Promise<Buffer> {
    const key = this.cipher.decrypt(sealedKey, signatureKeyPlaceOf(deliveryId));
    const pieces: Buffer[] = [];
    for await (const piece of this.files.read(key)) pieces.push(piece as Buffer);
    return this.cipher.decryptBytes(Buffer.concat(pieces), imagePlaceOf(deliveryId));
  }

  async forget({ file }: KeptSignature): Promise<void> {
    await this.files.remove(file);
  }
}

const imagePlaceOf = (id: string) => `deliveries.signature:${id}`;
export const signatureKeyPlaceOf = (id: string) => `deliveries.signature_key:${id}`;
