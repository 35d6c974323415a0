import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDistrict, type District } from '../support/district.js';
import { numbersFrom, SEED } from '../support/random.js';

const ROUNDS = 100;
/** Where others use the machine too, more rounds tell chance from a difference that is there. */
const MOST_ROUNDS = 8 * ROUNDS;
const MOST = 0.05;

const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

const random = numbersFrom(SEED);
/** A fixed order would give one name what comes round with it: a collection, a flush, a neighbour. */
const shuffled = (names: readonly string[]) =>
  names
    .map((name) => ({ name, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ name }) => name);

const small = (differences: readonly number[]) => differences.every((one) => one < MOST);

describe(`S7: no list of who there is can be made out of answers (seed ${SEED})`, () => {
  let district: District;

  beforeAll(async () => {
    district = await openDistrict();
    // Guessing goes on here for longer than any lock would let it.
    await district.sql.query(
      `CREATE FUNCTION never_locked() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN NEW.failures := 1; NEW.locked_until := NEW.last_at; RETURN NEW; END $$`,
    );
    await district.sql.query(
      `CREATE TRIGGER never_locked BEFORE INSERT OR UPDATE ON sign_in_failures
       FOR EACH ROW EXECUTE FUNCTION never_locked()`,
    );
    await district.sql.query("UPDATE accounts SET active = false WHERE login_name = 'dxl-clerk4'");
  });
  afterAll(() => district.close());

  const timed = async (loginName: string): Promise<number> => {
    const began = performance.now();
    const answer = await fetch(`${district.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ loginName, password: 'wrong-password' }),
    });
    await answer.text();
    if (answer.status !== 401) throw new Error(`${loginName}: ${answer.status}`);
    return performance.now() - began;
  };

  it('an unknown name takes as long as a known one, and one that was switched off too', async () => {
    const times: Record<string, number[]> = { 'dxl-clerk1': [], 'nobody-at': [], 'dxl-clerk4': [] };
    const names = Object.keys(times);
    for (const name of names) await timed(name);
    let medians: number[] = [];
    let differences = [1];
    for (
      let round = 0;
      round < MOST_ROUNDS && (round % ROUNDS > 0 || !small(differences));
      round++
    ) {
      for (const name of shuffled(names)) times[name]?.push(await timed(name));
      medians = names.map((name) => median(times[name] ?? []));
      differences = medians.map((one) => Math.abs(one / (medians[0] ?? 0) - 1));
    }
    const figures = medians.map((ms) => `${ms.toFixed(2)} ms`).join(', ');
    process.stdout.write(`sign-in medians, known/unknown/inactive: ${figures}\n`);
    expect(differences.filter((difference) => difference >= MOST)).toEqual([]);
  });
});
