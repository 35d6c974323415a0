import { describe, expect, it } from '@jest/globals';
import { standingOn, versionInForceOn, versionsReplacedOn } from './version-in-force.js';
import type { VersionState } from './version-life.js';

const version = (
  number: number,
  state: VersionState,
  effectiveFrom: string | null,
  retiredFrom: string | null = null,
) => ({ number, state, effectiveFrom, retiredFrom });

const first = version(1, 'RETIRED', '2025-01-01');
const second = version(2, 'PUBLISHED', '2026-01-01');
const third = version(3, 'PUBLISHED', '2026-12-01');
const draft = version(4, 'DRAFT', null);
const versions = [third, draft, first, second];

describe('P8: the version in force on a day', () => {
  it.each([
    ['2024-12-31', null],
    ['2025-01-01', 1],
    ['2025-12-31', 1],
    ['2026-01-01', 2],
    ['2026-11-30', 2],
    ['2026-12-01', 3],
    ['2099-01-01', 3],
  ])('%s: %s', (date, number) => {
    expect(versionInForceOn(versions, date)?.number ?? null).toBe(number);
  });

  it('is none once the latest was retired by decision; the one before does not come back', () => {
    const ended = [first, second, version(3, 'RETIRED', '2026-12-01', '2027-06-01')];
    expect(versionInForceOn(ended, '2027-05-31')?.number).toBe(3);
    expect(versionInForceOn(ended, '2027-06-01')).toBeNull();
  });

  it.each([
    ['2025-06-01', ['COMING', 'COMING', 'IN_FORCE']],
    ['2026-06-01', ['COMING', 'IN_FORCE', 'SUPERSEDED']],
    ['2026-12-01', ['IN_FORCE', 'SUPERSEDED', 'SUPERSEDED']],
    ['2027-06-01', ['RETIRED', 'SUPERSEDED', 'SUPERSEDED']],
  ])('%s: they stand as %j', (date, standings) => {
    const all = [version(3, 'PUBLISHED', '2026-12-01', '2027-06-01'), second, first];
    expect(all.map((one) => standingOn(one, all, date))).toEqual(standings);
  });

  it('is none of those that are not published', () => {
    const unpublished = version(1, 'APPROVED', '2020-01-01');
    expect(versionInForceOn([unpublished, draft], '2026-01-01')).toBeNull();
  });

  it.each([
    ['2026-11-30', []],
    ['2026-12-01', [2]],
  ])('%s: has replaced %j', (date, numbers) => {
    expect(versionsReplacedOn(versions, date).map(({ number }) => number)).toEqual(numbers);
  });

  it('has replaced what came before it even after its own end', () => {
    const ended = [second, version(3, 'RETIRED', '2026-12-01', '2027-06-01')];
    expect(versionsReplacedOn(ended, '2027-07-01')).toEqual([second]);
    expect(versionsReplacedOn([draft], '2027-07-01')).toEqual([]);
  });
});
