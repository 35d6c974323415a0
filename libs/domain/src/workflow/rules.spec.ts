import { describe, expect, it } from '@jest/globals';
import { claimedBy, CLERK, factsOf, person, unitIdOf, type Over } from '../testing/cases.js';
import { ON_SITE_INSPECTION, PUBLICITY } from '../testing/shapes.js';
import { decide } from './decide.js';
import type { CaseFacts } from './facts.js';
import type { VerbInput } from './verb-input.js';

const HEAD = person(unitIdOf('STREET', 'MZ'), 'SECTION_HEAD');
const registered = (over: Over = {}) => factsOf('streetSection', over);
const decided = (over: Over = {}) => registered({ state: 'DECIDED', stageIndex: 4, ...over });
const atHead = (over: Over = {}) =>
  registered({ state: 'IN_PROGRESS', stageIndex: 3, task: claimedBy(HEAD), ...over });

const refusal = (code: string, more: object = {}) => expect.objectContaining({ code, ...more });

describe('R73, 行政许可法 §32: the one-time notice', () => {
  it('is given once', () => {
    const first = decide(registered(), 'requestSupplement', CLERK, { listedMaterials: ['申请表'] });
    expect(first.to).toBe('SUPPLEMENT_REQUESTED');
  });

  it('a second one is refused, although the case is REGISTERED again', () => {
    const again = () =>
      decide(registered({ supplementNotices: 1 }), 'requestSupplement', CLERK, {
        listedMaterials: ['身份证'],
      });
    expect(again).toThrow(refusal('case.supplement_requested_already', { kind: 'conflict' }));
  });

  it.each<[string, VerbInput]>([
    ['an empty list', { listedMaterials: [] }],
    ['no list', {}],
  ])('names what is missing: %s is refused', (_what, input) => {
    expect(() => decide(registered(), 'requestSupplement', CLERK, input)).toThrow(
      refusal('case.supplement_lists_nothing', { kind: 'invalid' }),
    );
  });
});

describe('R41: acceptance', () => {
  it('is refused while required materials are missing, and names each', () => {
    const facts = registered({ missingMaterials: ['户口簿', '收入证明'] });
    expect(() => decide(facts, 'accept', CLERK, {})).toThrow(
      refusal('case.materials_missing', {
        kind: 'conflict',
        detail: '缺少：户口簿、收入证明',
        fields: [
          { field: 'materials', code: 'case.material_missing', detail: '户口簿：尚未收到。' },
          { field: 'materials', code: 'case.material_missing', detail: '收入证明：尚未收到。' },
        ],
      }),
    );
  });

  it('one missing is one too many', () => {
    expect(() => decide(registered({ missingMaterials: ['户口簿'] }), 'accept', CLERK, {})).toThrow(
      refusal('case.materials_missing', { detail: '缺少：户口簿' }),
    );
  });

  it('missing materials hinder neither the notice nor the refusal', () => {
    const facts = registered({ missingMaterials: ['户口簿'] });
    const input = { listedMaterials: ['户口簿'] };
    expect(decide(facts, 'requestSupplement', CLERK, input).to).toBe('SUPPLEMENT_REQUESTED');
    const refused = { reason: '不属于本机关职权', remedy: '请向主管部门申请' };
    expect(decide(facts, 'refuse', CLERK, refused).to).toBe('REFUSED');
  });
});

describe('行政许可法 §38: a rejection gives its reason and tells of the remedy', () => {
  const complete = {
    outcome: 'REJECTED',
    reason: '家庭收入高于低保标准。',
    remedy: '六十日内可申请行政复议，六个月内可提起行政诉讼。',
  } as const;

  it('with both it is decided', () => {
    expect(decide(atHead(), 'decide', HEAD, complete).to).toBe('DECIDED');
  });

  it.each<[VerbInput, string[]]>([
    [{ ...complete, reason: '' }, ['reason']],
    [{ ...complete, reason: ' 　\n' }, ['reason']],
    [{ outcome: 'REJECTED', reason: '不符合条件。' }, ['remedy']],
    [{ outcome: 'REJECTED' }, ['reason', 'remedy']],
  ])('%j lacks %j', (input, fields) => {
    const missing = fields.map((field) => ({
      field,
      code: 'field.required',
      detail: `${field}：不能为空。`,
    }));
    expect(() => decide(atHead(), 'decide', HEAD, input)).toThrow(
      refusal('case.rejection_without_reason', { kind: 'invalid', fields: missing }),
    );
  });

  it('an approval needs neither', () => {
    expect(decide(atHead(), 'decide', HEAD, { outcome: 'APPROVED' }).to).toBe('DECIDED');
  });
});

describe('行政许可法 §45: a special procedure', () => {
  const suspend = (input: VerbInput, over: Over = {}) =>
    decide(atHead(over), 'suspend', HEAD, input);
  const withProcedures = (...specialProcedures: (typeof PUBLICITY)[]): Partial<CaseFacts> => ({
    item: { ...registered().item, specialProcedures },
  });

  it.each([
    [PUBLICITY, true],
    [ON_SITE_INSPECTION, false],
  ])('$name: countsInLimit decides whether the clock stands still', (procedure, pause) => {
    const { to, clocks } = suspend({ procedureKind: procedure.kind });
    expect([to, clocks.pause, clocks.stop]).toEqual(['SUSPENDED', pause, []]);
  });

  it.each<[string, VerbInput]>([
    ['one that the item does not have', { procedureKind: 'HEARING' }],
    ['none named', {}],
  ])('%s is refused', (_what, input) => {
    expect(() => suspend(input)).toThrow(
      refusal('case.special_procedure_unknown', { kind: 'invalid' }),
    );
  });

  it('an item’s procedure is its own: another item’s is refused', () => {
    const only = withProcedures(PUBLICITY);
    expect(() => suspend({ procedureKind: 'ON_SITE_INSPECTION' }, only)).toThrow(
      refusal('case.special_procedure_unknown'),
    );
    expect(() => suspend({ procedureKind: 'PUBLICITY' }, withProcedures())).toThrow(
      refusal('case.special_procedure_unknown'),
    );
  });

  it('T9: can be had again after it was resumed', () => {
    const first = suspend({ procedureKind: 'PUBLICITY' });
    const resumed = decide(atHead({ state: first.to }), 'resume', HEAD, {});
    expect(resumed).toMatchObject({ to: 'IN_PROGRESS', tasks: [], clocks: { resume: true } });
    expect(suspend({ procedureKind: 'PUBLICITY' }, { state: resumed.to }).to).toBe('SUSPENDED');
  });
});

describe('R57, R61, 行政许可法 §44: the result', () => {
  const hand: VerbInput = { deliveryMethod: 'WINDOW' };

  it('is issued before it is delivered', () => {
    expect(() => decide(decided(), 'deliver', CLERK, hand)).toThrow(
      refusal('case.not_issued', { kind: 'conflict' }),
    );
    expect(decide(decided({ issued: true }), 'deliver', CLERK, hand).to).toBe('DELIVERED');
  });

  it('is issued once', () => {
    expect(decide(decided(), 'issue', CLERK, {}).to).toBe('DECIDED');
    expect(() => decide(decided({ issued: true }), 'issue', CLERK, {})).toThrow(
      refusal('case.issued_already', { kind: 'conflict' }),
    );
  });

  it.each([{ deliveryMethod: 'HOME_VISIT' }, { deliveryMethod: '' }, {}])(
    'goes only by a way that the item offers, not by %j',
    (input) => {
      expect(() => decide(decided({ issued: true }), 'deliver', CLERK, input)).toThrow(
        refusal('case.delivery_method_not_offered', { kind: 'invalid' }),
      );
    },
  );

  it('R57: a section cannot deliver, nor the head who decided', () => {
    for (const post of ['SECTION_HANDLER', 'SECTION_HEAD', 'DEPARTMENT_APPROVER'] as const) {
      const actor = person(HEAD.unitId, post);
      expect(() => decide(decided({ issued: true }), 'deliver', actor, hand)).toThrow(
        refusal('case.not_yours', { kind: 'forbidden' }),
      );
    }
  });
});
