import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../identity/index.js';
import {
  availablePapers,
  groupedPaperCode,
  paperMayBeIssued,
  paperMayBeWithdrawn,
  paperNumberOf,
  paperTitleOf,
  papersOfState,
  typedPaperCode,
  PAPER_CODE_LENGTH,
  PAPER_CODE_SIGNS,
  type PaperFacts,
} from './index.js';

const REGISTERED: PaperFacts = {
  takingUnitId: 'centre',
  isAccepted: false,
  isRefused: false,
  isExtended: false,
  isDecided: false,
  isIssued: false,
  notice: null,
  handovers: [],
};

const clerk: Actor = {
  accountId: 'a',
  displayName: '甲',
  roles: ['CLERK'],
  unitId: 'centre',
  areaPath: '410100000000/',
};

const kinds = (facts: Partial<PaperFacts>) =>
  papersOfState({ ...REGISTERED, ...facts }).map(({ kind }) => kind);

describe('which papers the state of a case calls for', () => {
  it.each<[string, Partial<PaperFacts>, string[]]>([
    ['registered', {}, ['RECEIPT']],
    ['noticed', { notice: 'n' }, ['RECEIPT', 'NOTICE']],
    ['refused', { isRefused: true }, ['RECEIPT', 'REFUSAL']],
    ['accepted', { isAccepted: true }, ['RECEIPT', 'ACCEPTANCE']],
    ['extended', { isAccepted: true, isExtended: true }, ['RECEIPT', 'ACCEPTANCE', 'EXTENSION']],
    ['decided', { isAccepted: true, isDecided: true }, ['RECEIPT', 'ACCEPTANCE', 'DECISION']],
    [
      'ready to be delivered',
      { isAccepted: true, isDecided: true, isIssued: true },
      ['RECEIPT', 'ACCEPTANCE', 'DECISION', 'DELIVERY_RECEIPT'],
    ],
    [
      'with originals handed over twice',
      { handovers: ['1', '2'] },
      ['RECEIPT', 'CUSTODY_RECEIPT', 'CUSTODY_RECEIPT'],
    ],
  ])('%s', (_, facts, expected) => {
    expect(kinds(facts)).toEqual(expected);
  });

  it('R57: they are offered to the counter that took the case alone', () => {
    expect(availablePapers(REGISTERED, [], clerk)).toEqual([{ kind: 'RECEIPT', subject: '' }]);
    for (const other of [
      { ...clerk, unitId: 'another' },
      { ...clerk, roles: ['SECTION_HEAD' as const] },
    ]) {
      expect(availablePapers(REGISTERED, [], other)).toEqual([]);
      const wanted = { kind: 'RECEIPT', subject: '' } as const;
      expect(() => paperMayBeIssued(REGISTERED, [], wanted, other)).toThrow('paper.not_yours');
    }
  });

  it('the same paper is issued once, a second notice is another paper', () => {
    const first = { kind: 'NOTICE', subject: '1' } as const;
    const facts = { ...REGISTERED, notice: '2' };
    expect(availablePapers(facts, [first], clerk)).toContainEqual({ ...first, subject: '2' });
    const again = () =>
      paperMayBeIssued(facts, [{ ...first, subject: '2' }], { ...first, subject: '2' }, clerk);
    expect(again).toThrow('paper.issued_already');
    expect(() => paperMayBeIssued(facts, [], first, clerk)).toThrow('paper.not_called_for');
  });

  it('it is withdrawn once, by the counter that issued it', () => {
    const paper = { unitId: 'centre', isWithdrawn: false };
    expect(() => paperMayBeWithdrawn(paper, clerk)).not.toThrow();
    expect(() => paperMayBeWithdrawn({ ...paper, isWithdrawn: true }, clerk)).toThrow(
      'paper.withdrawn_already',
    );
    expect(() => paperMayBeWithdrawn(paper, { ...clerk, unitId: 'other' })).toThrow(
      'paper.not_yours',
    );
  });
});

describe('the number and the code of a paper', () => {
  it.each([
    ['大学路街道便民服务中心', 'ACCEPTANCE', 12, '大学路便民受〔2026〕12号'],
    ['马寨镇便民服务中心', 'RECEIPT', 1, '马寨镇便民收〔2026〕1号'],
    ['祥和社区便民服务站', 'NOTICE', 3, '祥和社区便民服务站告〔2026〕3号'],
  ] as const)('%s', (unitName, kind, serial, number) => {
    expect(paperNumberOf({ unitName, year: 2026, kind, serial })).toBe(number);
  });

  it('what somebody types from paper is understood, and nothing else', () => {
    const code = '0123456789ABCDEFGHJK';
    expect(typedPaperCode(groupedPaperCode(code).toLowerCase())).toBe(code);
    expect(typedPaperCode('O123-4567 89abcdefghjk')).toBe(code);
    for (const wrong of ['', '0', `${code}0`, '../../../../etc/pass', `${code.slice(1)}U`]) {
      expect(typedPaperCode(wrong)).toBeNull();
    }
  });

  it('has a hundred bits', () => {
    expect(Math.log2(new Set(PAPER_CODE_SIGNS).size) * PAPER_CODE_LENGTH).toBe(100);
    expect(typedPaperCode(PAPER_CODE_SIGNS.slice(-PAPER_CODE_LENGTH))).not.toBeNull();
  });
});

describe('the title of a decision', () => {
  it.each([
    [true, 'APPROVED', '准予行政许可决定书'],
    [true, 'REJECTED', '不予行政许可决定书'],
    [false, 'APPROVED', '办理结果通知书'],
    [false, 'REJECTED', '不予办理决定书'],
  ] as const)('permission %s, %s', (isPermission, outcome, title) => {
    expect(paperTitleOf({ kind: 'DECISION', isPermission, outcome })).toBe(title);
  });
});
