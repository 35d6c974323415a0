import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  authorisationFor,
  authorisationHolds,
  authorisationStandingOn,
  authorisationsToRenew,
  daysLeftOf,
  type Authorisation,
} from './authorisation.js';
import { DomainError } from '../domain-error.js';
import { entryCoverageOf, shouldEnter } from './entry-coverage.js';
import { standardOfFileItem, type FileItem } from './item-shapes.js';
import { onlyLocalContentChanges } from './local-content.js';
import { readinessOf, READINESS_LIST } from './readiness.js';

const file = new URL('../../../../apps/api/data/service-items.json', import.meta.url);
const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: FileItem[] };
const standards = items.map(standardOfFileItem);

function refusalOf(run: () => unknown): DomainError {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('R34: the standard is locked in a centre', () => {
  it('its own content may be changed', () => {
    const own = { address: '大学路1号', telephone: '0371', openingHours: '', counters: [] };
    expect(() => onlyLocalContentChanges(own)).not.toThrow();
    expect(() => onlyLocalContentChanges({})).not.toThrow();
  });

  it.each([
    ['name', '事项名称（核心内容）'],
    ['conditions', '受理条件（核心内容）'],
    ['steps', '办理环节（核心内容）'],
    ['limits', '办理时限（核心内容）'],
    ['limits.promised.amount', '承诺时限（核心内容）'],
    ['limits.statutory.amount', '法定时限由'],
    ['materials', '申请材料由'],
    ['fee', '收费情况由'],
    ['note', '备注由'],
  ])('%s may not, and is named', (field, words) => {
    const refusal = refusalOf(() => onlyLocalContentChanges({ address: '', [field]: '' }));
    expect(refusal.code).toBe('catalog.core_content_locked');
    expect(refusal.kind).toBe('conflict');
    expect(refusal.fields.map((its) => its.field)).toEqual([field]);
    expect(refusal.fields[0]?.detail).toContain(words);
  });

  it('all locked fields are named at once; what is neither is another fault', () => {
    const both = refusalOf(() => onlyLocalContentChanges({ name: '', fee: '', colour: '' }));
    expect(both.fields.map(({ field }) => field)).toEqual(['name', 'fee']);
    const unknown = refusalOf(() => onlyLocalContentChanges({ colour: '', toString: '' }));
    expect(unknown.code).toBe('catalog.not_local_content');
    expect(unknown.fields.map(({ field }) => field)).toEqual(['colour', 'toString']);
  });
});

describe('R44: 应进必进', () => {
  const street = standards.filter(({ level }) => level === 'STREET');
  const community = standards.filter(({ level }) => level === 'COMMUNITY');
  const codes = (some: typeof standards) => new Set(some.map(({ code }) => code));

  it('R31, R45: what the level closes or works on should enter; R47: services need not', () => {
    expect(street.filter(shouldEnter)).toHaveLength(45);
    expect(community.filter(shouldEnter)).toHaveLength(13);
    const passedOn = street.map((its) => ({
      ...its,
      steps: its.steps.map((step) => ({ ...step, substantive: false })),
    }));
    expect(passedOn.filter(shouldEnter)).toHaveLength(
      street.filter(({ closure }) => closure === 'LOCAL').length,
    );
  });

  it('counts what has entered, and names what has not', () => {
    const offered = codes(street.slice(2));
    expect(entryCoverageOf(street, offered)).toMatchObject({
      shouldEnter: 45,
      entered: 43,
      excepted: 0,
      missing: [street[0]?.code, street[1]?.code],
      share: 43 / 45,
    });
    const extra = new Set([...offered, 'EQ-C-20-014']);
    expect(entryCoverageOf(street, extra).entered).toBe(43);
  });

  it('an exception counts once it has a reason and somebody approved it', () => {
    const [first, second, third] = street.map(({ code }) => code) as [string, string, string];
    const offered = codes(street.slice(3));
    const exceptions = [
      { code: first, reason: '镇级事项', approvedBy: 'supervisor' },
      { code: second, reason: '镇级事项', approvedBy: null },
      { code: third, reason: ' ', approvedBy: 'supervisor' },
    ];
    expect(entryCoverageOf(street, offered, exceptions)).toMatchObject({
      shouldEnter: 44,
      entered: 42,
      excepted: 1,
      missing: [second, third],
    });
    const offeredAnyway = entryCoverageOf(street, codes(street), exceptions);
    expect(offeredAnyway).toMatchObject({ shouldEnter: 45, entered: 45, excepted: 0, share: 1 });
  });

  it('R46: theme by theme; an item of two themes counts in both and once in the whole', () => {
    const doubled = street.map((its, i) =>
      i === 0 ? { ...its, themes: ['社会救助', '甲', '甲'] } : its,
    );
    const { themes, shouldEnter: whole } = entryCoverageOf(doubled, codes(doubled.slice(1)));
    expect(whole).toBe(45);
    expect(themes[0]).toMatchObject({ theme: '社会救助', entered: 4, shouldEnter: 5 });
    expect(themes[1]).toMatchObject({ theme: '甲', entered: 0, shouldEnter: 1, share: 0 });
    expect(themes.reduce((sum, its) => sum + its.shouldEnter, 0)).toBe(46);
    expect(entryCoverageOf([], new Set()).share).toBe(1);
  });
});

describe('R49: ready for a dedicated network', () => {
  const item = { dedicatedNetwork: '金保专网' };
  const ready = READINESS_LIST.map((point) => ({ point, state: 'READY' as const }));

  it('asks nothing of an item without one', () => {
    expect(readinessOf({ dedicatedNetwork: null }, [])).toEqual({
      isAsked: false,
      open: [],
      handledBy: 'COUNTER',
    });
  });

  it('the section handles it until terminal, account, UKey and seal are there', () => {
    expect(READINESS_LIST).toEqual(['TERMINAL', 'ACCOUNT', 'UKEY', 'SEAL']);
    expect(readinessOf(item, [])).toMatchObject({ open: READINESS_LIST, handledBy: 'SECTION' });
    expect(readinessOf(item, ready.slice(1))).toMatchObject({ open: ['TERMINAL'] });
    expect(readinessOf(item, ready)).toMatchObject({ open: [], handledBy: 'COUNTER' });
  });

  it('a point may not be needed; a doubtful one is open', () => {
    const notNeeded = ready.map((its) => ({ ...its, state: 'NOT_NEEDED' as const }));
    expect(readinessOf(item, notNeeded).handledBy).toBe('COUNTER');
    const doubtful = [...ready, { point: 'SEAL' as const, state: 'NOT_READY' as const }];
    expect(readinessOf(item, doubtful)).toMatchObject({ open: ['SEAL'], handledBy: 'SECTION' });
  });
});

describe('R48, R50: authorisations', () => {
  const year: Authorisation = {
    id: 'a',
    itemCode: 'EQ-T-05-002',
    sectionUnitId: 'section',
    centreUnitId: 'centre',
    document: '授权委托书〔2026〕1号',
    from: '2026-01-01',
    until: '2026-12-31',
    revokedFrom: null,
  };
  const asked = { itemCode: year.itemCode, centreUnitId: year.centreUnitId };

  it.each([
    ['2025-12-31', 'NOT_BEGUN', false],
    ['2026-01-01', 'HOLDS', true],
    ['2026-11-30', 'HOLDS', true],
    ['2026-12-01', 'ENDS_SOON', true],
    ['2026-12-31', 'ENDS_SOON', true],
    ['2027-01-01', 'EXPIRED', false],
  ] as const)('on %s it stands at %s', (date, standing, holds) => {
    expect(authorisationStandingOn(year, date)).toBe(standing);
    expect(authorisationHolds(year, date)).toBe(holds);
  });

  it('until further notice it never ends, taken back it ends that day', () => {
    const open = { ...year, until: null };
    expect(authorisationStandingOn(open, '2099-01-01')).toBe('HOLDS');
    expect(daysLeftOf(open, '2099-01-01')).toBeNull();
    const revoked = { ...open, revokedFrom: '2026-06-01' };
    expect(authorisationHolds(revoked, '2026-05-31')).toBe(true);
    expect(authorisationStandingOn(revoked, '2026-06-01')).toBe('REVOKED');
    expect(daysLeftOf(year, '2026-12-01')).toBe(30);
  });

  it('R48: warns 30 days ahead, unless the next one carries on', () => {
    expect(authorisationsToRenew([year], '2026-11-30')).toEqual([]);
    expect(authorisationsToRenew([year], '2026-12-01')).toEqual([year]);
    const next = { ...year, id: 'b', from: '2027-01-01', until: '2027-12-31' };
    expect(authorisationsToRenew([year, next], '2026-12-01')).toEqual([]);
    const late = { ...next, from: '2027-01-02' };
    const revoked = { ...next, revokedFrom: '2027-01-01' };
    const elsewhere = { ...next, centreUnitId: 'other' };
    for (const other of [late, revoked, elsewhere]) {
      expect(authorisationsToRenew([year, other], '2026-12-01')).toEqual([year]);
    }
  });

  it('R50: gives the one that a case was decided by, the longest of several', () => {
    const next = { ...year, id: 'b', until: '2027-12-31' };
    const open = { ...year, id: 'c', from: '2027-01-01', until: null };
    expect(authorisationFor([year, next, open], asked, '2026-06-01').id).toBe('b');
    expect(authorisationFor([year, next, open], asked, '2027-06-01').id).toBe('c');
  });

  it.each([
    ['missing', [], '2026-06-01'],
    ['missing', [{ ...year, itemCode: 'other' }], '2026-06-01'],
    ['missing', [{ ...year, centreUnitId: 'other' }], '2026-06-01'],
    ['not_begun', [year], '2025-12-31'],
    ['expired', [year], '2027-01-01'],
    ['revoked', [{ ...year, revokedFrom: '2026-05-01' }], '2026-06-01'],
  ])('R48: %s: the path stops that very day', (reason, authorisations, date) => {
    const refusal = refusalOf(() => authorisationFor(authorisations, asked, date));
    expect(refusal.code).toBe(`catalog.authorisation_${reason}`);
    expect(refusal.kind).toBe('conflict');
  });
});
