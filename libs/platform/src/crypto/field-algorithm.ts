import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

/** An authenticated cipher for single fields. Its name stands at the front of every value. */
export interface FieldAlgorithm {
  /** Letters and digits, beginning with a letter. */
  readonly name: string;
  /** @param place what the sealed bytes are bound to; not part of them */
  seal(key: KeyObject, clear: Buffer, place: Buffer): Buffer;
  /** @throws Error when the bytes, the key or the place are not those of `seal` */
  open(key: KeyObject, sealed: Buffer, place: Buffer): Buffer;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;
const OPTIONS = { authTagLength: TAG_BYTES };

/** AES-256-GCM with a random 96-bit iv: iv, tag, ciphertext. */
export const AES_256_GCM: FieldAlgorithm = {
  name: 'a1',
  seal(key, clear, place) {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, iv, OPTIONS).setAAD(place);
    const sealed = Buffer.concat([cipher.update(clear), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  },
  open(key, sealed, place) {
    const iv = sealed.subarray(0, IV_BYTES);
    const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key, iv, OPTIONS).setAAD(place);
    decipher.setAuthTag(tag);
    const body = decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([body, decipher.final()]);
  },
};
