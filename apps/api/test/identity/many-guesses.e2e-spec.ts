import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { times } from '../support/bars.js';
import { openDistrict, type District } from '../support/district.js';

const GUESSES = times(10_000);
const AT_ONCE = 20;
/** Half of them are accounts, half are not. */
const NAMES = Array.from({ length: 10 }, (_, i) => [
  `dxl-clerk${(i % 4) + 1}`,
  `nobody-${i}`,
]).flat();
const FREE = 5;

describe('S7: guessing', () => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict();
  });
  afterAll(() => district.close());

  it(`${GUESSES} guesses at once from many sides: five a name are looked at, none gets in, names are told apart by nothing`, async () => {
    const names = [...new Set(NAMES)];
    const seen = new Map<string, Record<number, number>>(names.map((name) => [name, {}]));
    let next = 0;
    const guess = async () => {
      for (let n = next++; n < GUESSES; n = next++) {
        const loginName = names[n % names.length] ?? '';
        const { status } = await fetch(`${district.url}/api/v1/sessions`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ loginName, password: `guess-${n}` }),
        });
        const counts = seen.get(loginName) ?? {};
        counts[status] = (counts[status] ?? 0) + 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, guess));
    for (const [name, { 401: looked = 0, 429: locked = 0, ...other }] of seen) {
      expect([name, looked, locked > 0, other]).toEqual([name, FREE, true, {}]);
    }
  });
});
