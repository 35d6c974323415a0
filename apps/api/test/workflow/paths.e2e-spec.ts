import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDateOf } from '@yikou/domain';
import { accepted, step, type Case } from '../support/cases.js';
import type { Dto } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';
import { independentDue } from '../support/independent-due.js';

interface Item {
  code: string;
  name: string;
  level: 'STREET' | 'COMMUNITY';
  handlingKind: string;
  closure: string;
  promisedDays: number;
  dayUnit: 'WORKING_DAY' | 'CALENDAR_DAY';
  statutoryDays: number | null;
  statutoryDayUnit: 'WORKING_DAY' | 'CALENDAR_DAY';
}

const { items }: { items: Item[] } = JSON.parse(
  readFileSync(new URL('../../data/service-items.json', import.meta.url), 'utf8'),
);

const CLERK_OF = { STREET: 'dxl-clerk1', COMMUNITY: 'dxl-z001-clerk' } as const;

describe('every item goes its whole path (R52–R61)', () => {
  let district: District;

  beforeAll(async () => {
    district = await openDistrict();
  });
  afterAll(() => district.close());

  it('has all 63 items', () => expect(items).toHaveLength(63));

  it.each(items)('$code $name', async (item) => {
    // The Thursday before the longest holiday of the year, so that every limit crosses rest days.
    district.clock.moveTo('2026-02-12T10:15:00+08:00');
    let kase = await accepted(await district.as(CLERK_OF[item.level]), item.code);
    expectLimits(kase, item, '2026-02-12');
    const verbs: string[] = [];
    while (kase.state !== 'DELIVERED') {
      district.clock.moveBy(36 * 3_600_000);
      const before = new Set(kase.deadlines.map(({ id }) => id));
      const { verb, after } = await step(district, kase);
      verbs.push(verb);
      expectStarted(after, before, localDateOf(district.clock.now()));
      kase = after;
    }
    expect(verbs.filter((verb) => verb === 'upload').length > 0).toBe(item.closure === 'UPPER');
    expect(verbs.slice(-3)).toEqual(['decide', 'issue', 'deliver']);
    expect(kase.deadlines.every(({ closedAt }) => closedAt !== null)).toBe(true);
    expect(kase.outcome).toBe('APPROVED');
    expect(kase.receiptAt === null).toBe(item.closure === 'LOCAL');
    const archived = await (await district.as(CLERK_OF[item.level])).perform(kase, 'archive');
    expect(archived.state).toBe('ARCHIVED');
    expect(archived.allowedActions).toEqual([]);
  });
});

/** The promised and the statutory limit run from acceptance over the whole case. */
function expectLimits(kase: Case, item: Item, from: string): void {
  const due = (kind: string) => kase.deadlines.find((one) => one.kind === kind)?.dueAt;
  expect(due('PROMISE')).toBe(
    item.promisedDays > 0 ? independentDue(from, item.promisedDays, item.dayUnit) : undefined,
  );
  expect(due('STATUTORY')).toBe(
    item.statutoryDays
      ? independentDue(from, item.statutoryDays, item.statutoryDayUnit)
      : undefined,
  );
  if (item.handlingKind === 'INSTANT') {
    expect(due('ON_THE_SPOT')).toBe('2026-02-12T04:15:00.000Z');
  }
}

/** Whatever a verb started is due where chinese-days says, counted from the verb's own day. */
function expectStarted(kase: Case, before: Set<string>, from: string): void {
  const started: Dto<'DeadlineDto'>[] = kase.deadlines.filter(({ id }) => !before.has(id));
  for (const { limitAmount, limitUnit, dueAt, provisional } of started) {
    if (limitUnit === 'MINUTE') continue;
    expect(dueAt).toBe(independentDue(from, limitAmount, limitUnit));
    expect(provisional).toBe(false);
  }
}
