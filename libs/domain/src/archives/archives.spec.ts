import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../identity/index.js';
import { catalogueNumberOf, keptUntil, retentionIsOver } from './catalogue.js';
import { destructionMayBeDecided, mayDecideDestruction } from './destruction.js';

const SUPERVISOR: Actor = {
  accountId: 'two',
  displayName: '某',
  roles: ['DISTRICT_SUPERVISOR'],
  unitId: 'u',
  areaPath: '',
};

describe('R84: catalogue numbers and retention', () => {
  it.each([
    ['TEN_YEARS', 'DXL-ZX-2026-D10-0007', '2036-12-31'],
    ['THIRTY_YEARS', 'DXL-ZX-2026-D30-0007', '2056-12-31'],
    ['PERMANENT', 'DXL-ZX-2026-Y-0007', null],
  ] as const)('%s: %s until %s', (retention, number, until) => {
    expect(catalogueNumberOf({ fonds: 'DXL-ZX', year: 2026, retention, serial: 7 })).toBe(number);
    expect(keptUntil(2026, retention)).toBe(until);
  });

  it('the last day is still a day of keeping; for ever has no last day', () => {
    expect(retentionIsOver('2036-12-31', '2036-12-31')).toBe(false);
    expect(retentionIsOver('2036-12-31', '2037-01-01')).toBe(true);
    expect(retentionIsOver(null, '2999-01-01')).toBe(false);
  });
});

describe('R84: two persons agree to a destruction', () => {
  const facts = { state: 'PROPOSED', proposedById: 'one' } as const;
  it.each([
    [{ ...facts, proposedById: 'two' }, 'archive.same_person'],
    [{ ...facts, state: 'DONE' as const }, 'archive.destruction_decided_already'],
  ])('%j: %s', (refused, code) => {
    expect(() => destructionMayBeDecided(refused, SUPERVISOR)).toThrow(
      expect.objectContaining({ code }),
    );
    expect(mayDecideDestruction(refused, SUPERVISOR)).toBe(false);
  });

  it('another one of the district may', () => {
    expect(() => destructionMayBeDecided(facts, SUPERVISOR)).not.toThrow();
    expect(mayDecideDestruction(facts, SUPERVISOR)).toBe(true);
    expect(mayDecideDestruction(facts, { ...SUPERVISOR, roles: ['CLERK'] })).toBe(false);
  });
});
