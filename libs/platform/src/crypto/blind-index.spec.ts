import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BlindIndex } from './blind-index.js';
import { newKeyring, parseKeyring, type KeyringText } from './keyring.js';

const seed = Number(process.env.YIKOU_SEED ?? Date.now() % 2 ** 31);

const indexOf = (keyring: KeyringText) =>
  new BlindIndex(parseKeyring(JSON.stringify(keyring), 'keys').keys);

describe(`rule 27: look-up without the text (YIKOU_SEED=${seed})`, () => {
  const keyring = newKeyring();
  const index = indexOf(keyring);

  it('S5: 1000 of 1000 are found, and nothing else', () => {
    const numbers = Array.from({ length: 1000 }, (_, i) => `4201031949100${10000 + i}`);
    const stored = new Map(numbers.map((number) => [index.of('identity', number), number]));
    expect(stored.size).toBe(1000);
    const again = indexOf(keyring);
    for (const number of numbers) {
      const found = again.candidates('identity', number).map((hash) => stored.get(hash));
      expect(found).toEqual([number]);
    }
    expect(stored.get(index.of('identity', '420103194910019999'))).toBeUndefined();
  });

  it('equal texts of two kinds have nothing in common, however the two are cut', () => {
    const property = fc.property(
      fc.array(fc.string({ unit: 'binary' }), { minLength: 4, maxLength: 4 }),
      ([kind = '', text = '', otherKind = '', otherText = '']) => {
        const same = kind === otherKind && text === otherText;
        expect(index.of(kind, text) === index.of(otherKind, otherText)).toBe(same);
      },
    );
    fc.assert(property, { seed, numRuns: 500 });
    const cut: [string, string][] = [
      ['a', 'bc'],
      ['ab', 'c'],
      ['a","b', 'c'],
      ['a', 'b","c'],
    ];
    expect(new Set(cut.map(([kind, text]) => index.of(kind, text))).size).toBe(4);
  });

  it('is a keyed hash: another key gives another', () => {
    const hash = index.of('telephone', '13800000000');
    expect(hash).toMatch(/^i1\.[A-Za-z0-9_-]{43}$/);
    expect(indexOf(newKeyring()).of('telephone', '13800000000')).not.toBe(hash);
    const key = Buffer.from(keyring.index.keys['i1'] ?? '', 'base64');
    const digest = createHmac('sha256', key).update('["telephone","13800000000"]');
    expect(hash).toBe(`i1.${digest.digest('base64url')}`);
  });

  it('while the index key changes, rows under both are found', () => {
    const i2 = newKeyring().anchor;
    const keys = { ...keyring.index.keys, i2 };
    const both = indexOf({ ...keyring, index: { current: 'i2', keys } });
    const candidates = both.candidates('telephone', '1');
    expect(candidates).toEqual([both.of('telephone', '1'), index.of('telephone', '1')]);
    expect(candidates[0]).toMatch(/^i2\./);
  });
});
