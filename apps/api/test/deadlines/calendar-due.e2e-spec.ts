import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDateOf } from '@yikou/domain';
import type { Dto } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';
import { independentDue } from '../support/independent-due.js';

const seed = Number(process.env.YIKOU_SEED ?? Date.now() % 2 ** 31);

/** A small generator with a seed, so that a failure can be played again. */
function* numbers(from: number): Generator<number, never> {
  let state = from;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

describe(`calendar/due (YIKOU_SEED=${seed})`, () => {
  let district: District;

  beforeAll(async () => {
    district = await openDistrict();
  });
  afterAll(() => district.close());

  const ask = async (from: string, limit: number, unit: string): Promise<Dto<'DueDto'>> => {
    const query = new URLSearchParams({ from, limit: String(limit), unit });
    const answer = await fetch(`${district.url}/api/v1/calendar/due?${query}`);
    expect(answer.status).toBe(200);
    return (await answer.json()) as Dto<'DueDto'>;
  };

  it('200 random instants and limits of 2016–2026 end where chinese-days says', async () => {
    const random = numbers(seed);
    const first = Date.parse('2016-01-01T00:00:00+08:00');
    const span = Date.parse('2026-09-01T00:00:00+08:00') - first;
    for (let turn = 0; turn < 200; turn++) {
      const from = new Date(first + random.next().value * span);
      const limit = 1 + Math.floor(random.next().value * 60);
      const unit = random.next().value < 0.7 ? 'WORKING_DAY' : 'CALENDAR_DAY';
      const due = await ask(from.toISOString(), limit, unit);
      expect({ from, limit, unit, dueAt: due.dueAt }).toEqual({
        from,
        limit,
        unit,
        dueAt: independentDue(localDateOf(from), limit, unit),
      });
      expect(due.provisional).toBe(false);
      expect(due.explain.filter(({ counted }) => counted)).toHaveLength(limit);
    }
  });

  it('D3: the golden cases', async () => {
    const cases: [string, number, string][] = [
      ['2026-02-13T16:59:00+08:00', 1, '2026-02-14T16:00:00.000Z'],
      ['2026-09-30T09:00:00+08:00', 1, '2026-10-08T16:00:00.000Z'],
      ['2026-09-30T09:00:00+08:00', 5, '2026-10-13T16:00:00.000Z'],
      ['2017-06-12T09:00:00+08:00', 20, '2017-07-10T16:00:00.000Z'],
      ['2026-10-03T12:00:00+08:00', 1, '2026-10-08T16:00:00.000Z'],
    ];
    for (const [from, limit, dueAt] of cases) {
      expect((await ask(from, limit, 'WORKING_DAY')).dueAt).toBe(dueAt);
    }
  });

  it('T1: into an unpublished year it is provisional and says which days', async () => {
    const due = await ask('2026-12-30T09:00:00+08:00', 5, 'WORKING_DAY');
    expect(due.provisional).toBe(true);
    const { explain } = due;
    expect(
      explain.filter(({ provisional }) => provisional).map(({ date }) => date.slice(0, 4)),
    ).toContain('2027');
    expect(explain.find(({ date }) => date === '2026-12-31')?.provisional).toBe(false);
  });

  it('takes the offset as it arrives from an address typed by hand', async () => {
    const typed = 'from=2026-09-30T09:00:00+08:00&limit=1&unit=WORKING_DAY';
    const answer = await fetch(`${district.url}/api/v1/calendar/due?${typed}`);
    expect(((await answer.json()) as Dto<'DueDto'>).dueAt).toBe('2026-10-08T16:00:00.000Z');
  });
});
