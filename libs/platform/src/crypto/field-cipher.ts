import { AES_256_GCM, type FieldAlgorithm } from './field-algorithm.js';
import type { Keyring } from './keyring.js';

/** Algorithm, key id, then at least iv and tag: no name, address or number looks like this. */
const VALUE = /^([a-z][a-z0-9]*)\.([a-z][a-z0-9]{0,15})\.([A-Za-z0-9_-]{38,})$/;

/** The same in front of a sealed file. */
const FILE_HEAD = /^([a-z][a-z0-9]*)\.([a-z][a-z0-9]{0,15})\./;
const LONGEST_HEAD = 64;

export type FieldCipherReason =
  | 'NOT_ENCRYPTED'
  | 'UNKNOWN_ALGORITHM'
  | 'UNKNOWN_KEY'
  /** The value was changed, or was moved here from another place: a cipher cannot tell which. */
  | 'TAMPERED';

/** A value that cannot be opened. The message names the place and shows nothing of the value. */
export class FieldCipherError extends Error {
  constructor(
    readonly reason: FieldCipherReason,
    readonly place: string,
  ) {
    super(`the value of ${place} cannot be opened: ${reason}`);
    this.name = 'FieldCipherError';
  }
}

/**
 * Seals single fields as `<algorithm>.<key id>.<base64url>`. A value is bound to its place, such as
 * `table.column:row id`: in another row or column it does not open.
 */
export class FieldCipher {
  private readonly algorithms: ReadonlyMap<string, FieldAlgorithm>;
  private readonly sealing: FieldAlgorithm;

  /** @param algorithms those that can be opened; new values are sealed with the first */
  constructor(
    private readonly keyring: Keyring,
    algorithms: readonly [FieldAlgorithm, ...FieldAlgorithm[]] = [AES_256_GCM],
  ) {
    this.sealing = algorithms[0];
    this.algorithms = new Map(algorithms.map((algorithm) => [algorithm.name, algorithm]));
  }

  /** @returns another value each time, also for the same text */
  encrypt(clear: string, place: string): string {
    const { current, data } = this.keyring;
    const key = data.get(current);
    if (!key) throw new FieldCipherError('UNKNOWN_KEY', place);
    const sealed = this.sealing.seal(key, Buffer.from(clear), Buffer.from(place));
    return `${this.sealing.name}.${current}.${sealed.toString('base64url')}`;
  }

  /** @throws FieldCipherError when this is not what `encrypt` gave for this place */
  decrypt(value: string, place: string): string {
    const [, name, keyId, text] = VALUE.exec(value) ?? [];
    if (!name || !keyId || !text) throw new FieldCipherError('NOT_ENCRYPTED', place);
    const algorithm = this.algorithms.get(name);
    if (!algorithm) throw new FieldCipherError('UNKNOWN_ALGORITHM', place);
    const key = this.keyring.data.get(keyId);
    if (!key) throw new FieldCipherError('UNKNOWN_KEY', place);
    const sealed = Buffer.from(text, 'base64url');
    // The last letter has bits that carry nothing; a value has one spelling only.
    if (sealed.toString('base64url') !== text) throw new FieldCipherError('TAMPERED', place);
    try {
      return algorithm.open(key, sealed, Buffer.from(place)).toString();
    } catch {
      throw new FieldCipherError('TAMPERED', place);
    }
  }

  /** Seals the content of a file, with what it takes to open it again in front. */
  encryptBytes(clear: Buffer, place: string): Buffer {
    const { current, data } = this.keyring;
    const key = data.get(current);
    if (!key) throw new FieldCipherError('UNKNOWN_KEY', place);
    const head = Buffer.from(`${this.sealing.name}.${current}.`);
    return Buffer.concat([head, this.sealing.seal(key, clear, Buffer.from(place))]);
  }

  /** @throws FieldCipherError when this is not what `encryptBytes` gave for this place */
  decryptBytes(sealed: Buffer, place: string): Buffer {
    const [head, name = '', keyId = ''] =
      FILE_HEAD.exec(sealed.subarray(0, LONGEST_HEAD).toString('latin1')) ?? [];
    if (!head) throw new FieldCipherError('NOT_ENCRYPTED', place);
    const algorithm = this.algorithms.get(name);
    if (!algorithm) throw new FieldCipherError('UNKNOWN_ALGORITHM', place);
    const key = this.keyring.data.get(keyId);
    if (!key) throw new FieldCipherError('UNKNOWN_KEY', place);
    try {
      return algorithm.open(key, sealed.subarray(head.length), Buffer.from(place));
    } catch {
      throw new FieldCipherError('TAMPERED', place);
    }
  }

  /** Whether the value has the form of a sealed one; only opening it tells whether it is. */
  isEncrypted(value: string): boolean {
    return VALUE.test(value);
  }

  /** Whether the value is clear, or sealed otherwise than a new one would be. */
  needsRotation(value: string): boolean {
    const [, name, keyId] = VALUE.exec(value) ?? [];
    return name !== this.sealing.name || keyId !== this.keyring.current;
  }
}
