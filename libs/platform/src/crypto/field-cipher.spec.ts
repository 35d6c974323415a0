import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AES_256_GCM, type FieldAlgorithm } from './field-algorithm.js';
import { FieldCipher, FieldCipherError, type FieldCipherReason } from './field-cipher.js';
import { newKeyring, parseKeyring, withNewDataKey, type KeyringText } from './keyring.js';

const seed = Number(process.env.YIKOU_SEED ?? Date.now() % 2 ** 31);

const PLACE = 'applicants.identity_number:0b9c6a1e';
const cipherOf = (keyring: KeyringText) =>
  new FieldCipher(parseKeyring(JSON.stringify(keyring), 'keys').keys);

/** Why the value did not open; undefined when it did. */
function refusal(cipher: FieldCipher, value: string, place = PLACE): FieldCipherReason | undefined {
  try {
    cipher.decrypt(value, place);
    return undefined;
  } catch (error) {
    if (error instanceof FieldCipherError) return error.reason;
    throw error;
  }
}

const text = fc.string({ unit: 'binary', maxLength: 200 });

describe(`rule 27: sealed fields (YIKOU_SEED=${seed})`, () => {
  const keyring = newKeyring();
  const cipher = cipherOf(keyring);

  it('any text comes back as it was, at its place', () => {
    const property = fc.property(text, text, (clear, place) => {
      expect(cipher.decrypt(cipher.encrypt(clear, place), place)).toBe(clear);
    });
    fc.assert(property, { seed, numRuns: 2000 });
  });

  it('a file comes back as it was, at its place alone and unchanged alone', () => {
    const place = 'deliveries.signature:1';
    const bytes = fc.uint8Array({ maxLength: 500 });
    const property = fc.property(bytes, fc.nat(), (content, at) => {
      const clear = Buffer.from(content);
      const sealed = cipher.encryptBytes(clear, place);
      expect(cipher.decryptBytes(sealed, place)).toEqual(clear);
      const changed = Buffer.from(sealed);
      const index = at % sealed.length;
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(() => cipher.decryptBytes(changed, place)).toThrow(FieldCipherError);
      expect(() => cipher.decryptBytes(sealed, `${place}2`)).toThrow(FieldCipherError);
    });
    fc.assert(property, { seed, numRuns: 500 });
  });

  it('a value shows its algorithm and its key, and nothing of the text', () => {
    const value = cipher.encrypt('42010319491001001X', PLACE);
    expect(value).toMatch(/^a1\.k1\.[A-Za-z0-9_-]+$/);
    const sealed = Buffer.from(value.split('.')[2] ?? '', 'base64url');
    expect(sealed).toHaveLength(12 + 16 + 18);
    expect(sealed.includes('4201')).toBe(false);
  });

  it('the same text is another value each time', () => {
    const values = Array.from({ length: 5000 }, () => cipher.encrypt('same', PLACE));
    expect(new Set(values).size).toBe(5000);
    expect(new Set(values.map((value) => value.slice(6, 22))).size).toBe(5000);
  });

  it('every flipped bit is refused', () => {
    for (const clear of ['', '王', '42010319491001001X', '武汉市江汉区万松街'.repeat(5)]) {
      const bytes = Buffer.from(cipher.encrypt(clear, PLACE));
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const flipped = Buffer.from(bytes);
        flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect([bit, refusal(cipher, flipped.toString('latin1'))]).not.toEqual([bit, undefined]);
      }
    }
  });

  it('anything put in, taken out or put twice is refused', () => {
    const value = cipher.encrypt('42010319491001001X', PLACE);
    const property = fc.property(fc.nat(value.length), fc.nat(4), fc.string(), (at, gone, put) => {
      const changed = value.slice(0, at) + put + value.slice(at + gone);
      fc.pre(changed !== value);
      expect(refusal(cipher, changed)).toBeDefined();
    });
    fc.assert(property, { seed, numRuns: 3000 });
  });

  it('a value opens nowhere but at its place', () => {
    const property = fc.property(text, text, text, (clear, place, other) => {
      fc.pre(place !== other);
      expect(refusal(cipher, cipher.encrypt(clear, place), other)).toBe('TAMPERED');
    });
    fc.assert(property, { seed, numRuns: 500 });
    const moved = cipher.encrypt('13800000000', 'applicants.telephone:1');
    expect(refusal(cipher, moved, 'applicants.telephone:2')).toBe('TAMPERED');
    expect(refusal(cipher, moved, 'applicants.identity_number:1')).toBe('TAMPERED');
  });

  it('what an old key sealed is read after a rotation, and asks to be sealed anew', () => {
    const old = cipher.encrypt('old', PLACE);
    const rotated = cipherOf(withNewDataKey(keyring));
    expect(rotated.decrypt(old, PLACE)).toBe('old');
    const value = rotated.encrypt('new', PLACE);
    expect(value).toMatch(/^a1\.k2\./);
    expect([old, value].map((one) => rotated.needsRotation(one))).toEqual([true, false]);
    expect(cipher.needsRotation(old)).toBe(false);
    expect(refusal(cipher, value)).toBe('UNKNOWN_KEY');
  });

  it('another key under the same id does not open it', () => {
    const others = newKeyring();
    expect(refusal(cipherOf(others), cipher.encrypt('x', PLACE))).toBe('TAMPERED');
  });

  it.each([
    '',
    '42010319491001001X',
    'a1.k1.',
    'a1.k1.short',
    `a1.k1.${'A'.repeat(37)}`,
    `a1..${'A'.repeat(40)}`,
    `A1.k1.${'A'.repeat(40)}`,
    `a1.k1.${'A'.repeat(40)}\n`,
    `a1.k1.${'A'.repeat(40)}=`,
    `a1.k1.${'A'.repeat(39)}+`,
  ])('is no sealed value: %j', (value) => {
    expect(cipher.isEncrypted(value)).toBe(false);
    expect(cipher.needsRotation(value)).toBe(true);
    expect(refusal(cipher, value)).toBe('NOT_ENCRYPTED');
  });

  it('a second spelling of the same bytes is refused', () => {
    const value = cipher.encrypt('1', PLACE);
    const [last] = value.slice(-1);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const spellings = [...letters].filter((letter) => letter !== last);
    const before = value.slice(0, -1);
    const bytes = (spelling: string) => Buffer.from(spelling.split('.')[2] ?? '', 'base64url');
    const same = spellings.filter((letter) => bytes(before + letter).equals(bytes(value)));
    expect(same).toHaveLength(3);
    for (const letter of same) expect(refusal(cipher, before + letter)).toBe('TAMPERED');
  });

  it('the error names the place and shows neither the value nor the text', () => {
    const value = cipher.encrypt('42010319491001001X', PLACE);
    expect(() => cipher.decrypt(value, 'elsewhere')).toThrow(
      'the value of elsewhere cannot be opened: TAMPERED',
    );
  });

  it('another algorithm is plugged in beside the first one', () => {
    const sm4: FieldAlgorithm = {
      name: 'test4',
      seal: (key, clear, place) => AES_256_GCM.seal(key, clear, Buffer.concat([place, place])),
      open: (key, sealed, place) => AES_256_GCM.open(key, sealed, Buffer.concat([place, place])),
    };
    const keys = parseKeyring(JSON.stringify(keyring), 'keys').keys;
    const changed = new FieldCipher(keys, [sm4, AES_256_GCM]);
    const old = cipher.encrypt('old', PLACE);
    const value = changed.encrypt('new', PLACE);
    expect(value).toMatch(/^test4\.k1\./);
    expect([old, value].map((one) => changed.decrypt(one, PLACE))).toEqual(['old', 'new']);
    expect([old, value].map((one) => changed.needsRotation(one))).toEqual([true, false]);
    expect(refusal(cipher, value)).toBe('UNKNOWN_ALGORITHM');
    expect(refusal(changed, value.replace('test4', 'a1'))).toBe('TAMPERED');
  });

  it('AES-256-GCM opens what others sealed (test case 16 of its specification)', () => {
    const hex = (digits: string) => Buffer.from(digits, 'hex');
    const half = 'feffe9928665731c6d6a8f9467308308';
    const key = createSecretKey(hex(half + half));
    const place = hex('feedfacedeadbeeffeedfacedeadbeefabaddad2');
    const tag = hex('76fc6ece0f4e1768cddf8853bb2d551b');
    const clear =
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72' +
      '1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39';
    const secret =
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa' +
      '8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662';
    const iv = hex('cafebabefacedbaddecaf888');
    const sealed = Buffer.concat([iv, tag, hex(secret)]);
    expect(AES_256_GCM.open(key, sealed, place).toString('hex')).toBe(clear);
    expect(() => AES_256_GCM.open(key, sealed.subarray(0, 20), place)).toThrow();
    expect(() => AES_256_GCM.open(key, sealed, hex('00'))).toThrow();
  });
});
