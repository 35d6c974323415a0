import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../identity/index.js';
import { decideFiling, filingActions, type FilingFacts } from './filing.js';
import { mondayOf, nextWeekToFile, sundayOf } from './week.js';

const person = (unitId: string, role: Actor['roles'][number]): Actor => ({
  accountId: 'a',
  displayName: '某',
  roles: [role],
  unitId,
  areaPath: '',
});
const HEAD = person('section', 'SECTION_HEAD');
const CLERK = person('centre', 'CLERK');
const SENT: FilingFacts = {
  state: 'SENT',
  centreUnitId: 'centre',
  sectionUnitId: 'section',
  openQueries: 0,
};
const QUERIED: FilingFacts = { ...SENT, state: 'QUERIED', openQueries: 1 };

describe('R51: the week that is filed', () => {
  it.each([
    ['2026-03-09', '2026-03-09'],
    ['2026-03-15', '2026-03-09'],
    ['2026-03-16', '2026-03-16'],
    ['2027-01-01', '2026-12-28'],
  ])('%s lies in the week of %s', (date, monday) => {
    expect(mondayOf(date)).toBe(monday);
    expect(sundayOf(monday) >= date).toBe(true);
  });

  it('is the oldest that is over and not yet filed', () => {
    expect(nextWeekToFile('2026-03-02', null, '2026-03-15')).toBeNull();
    expect(nextWeekToFile('2026-03-02', null, '2026-03-16')).toBe('2026-03-09');
    expect(nextWeekToFile('2026-03-02', null, '2026-04-08')).toBe('2026-03-09');
    expect(nextWeekToFile(null, '2026-02-25', '2026-03-10')).toBe('2026-02-23');
    expect(nextWeekToFile(null, null, '2026-03-10')).toBe('2026-03-02');
    expect(nextWeekToFile(null, '2026-03-09', '2026-03-10')).toBeNull();
  });
});

describe('R51: the section acknowledges and asks, the centre answers', () => {
  it('whoever has to act next holds the clock', () => {
    expect(decideFiling(SENT, 'ask', HEAD)).toEqual({ to: 'QUERIED', holderUnitId: 'centre' });
    expect(decideFiling(QUERIED, 'answer', CLERK, 1)).toEqual({
      to: 'SENT',
      holderUnitId: 'section',
    });
    expect(decideFiling({ ...QUERIED, openQueries: 2 }, 'answer', CLERK, 1)).toEqual({
      to: 'QUERIED',
      holderUnitId: 'centre',
    });
    expect(decideFiling(SENT, 'acknowledge', HEAD).to).toBe('ACKNOWLEDGED');
  });

  it.each([
    [SENT, 'acknowledge', CLERK, 0, 'filing.not_yours'],
    [SENT, 'ask', CLERK, 0, 'filing.not_yours'],
    [QUERIED, 'answer', HEAD, 1, 'filing.not_yours'],
    [SENT, 'acknowledge', person('section', 'GUIDE'), 0, 'filing.not_yours'],
    [QUERIED, 'acknowledge', HEAD, 0, 'filing.query_open'],
    [QUERIED, 'ask', HEAD, 1, 'filing.query_open_already'],
    [SENT, 'answer', CLERK, 0, 'filing.nothing_asked'],
    [{ ...SENT, state: 'ACKNOWLEDGED' }, 'acknowledge', HEAD, 0, 'filing.acknowledged_already'],
  ] as const)('%j %s is refused: %s', (facts, verb, actor, rowQueries, code) => {
    expect(() => decideFiling(facts, verb, actor, rowQueries)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('offers what it would take', () => {
    expect(filingActions(SENT, HEAD)).toEqual(['acknowledge', 'ask']);
    expect(filingActions(QUERIED, HEAD)).toEqual(['ask']);
    expect(filingActions(QUERIED, CLERK)).toEqual(['answer']);
    expect(filingActions(SENT, CLERK)).toEqual([]);
    expect(filingActions({ ...SENT, state: 'ACKNOWLEDGED' }, HEAD)).toEqual([]);
  });
});
