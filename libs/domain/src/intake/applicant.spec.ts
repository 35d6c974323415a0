import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../domain-error.js';
import { identityNumberCheckDigit } from './identity-number.js';
import { checkedApplicant, type ApplicantInput } from './applicant.js';

const TODAY = '2026-11-23';
const PERSON: ApplicantInput = {
  kind: 'PERSON',
  name: '赵明远',
  identityNumber: '11010519491231002X',
  telephone: '13800138000',
  address: '郑州市二七区大学路街道祥和社区1号',
};
const ORGANISATION: ApplicantInput = {
  kind: 'ORGANISATION',
  name: '某某有限公司',
  identityNumber: '91350100M000100Y43',
  telephone: '0371-68880000',
};

function refusalOf(input: ApplicantInput): DomainError {
  try {
    checkedApplicant(input, TODAY);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error(`${input.identityNumber} was not refused`);
}

describe('R41: an applicant is taken down in one written form', () => {
  it('a person, as typed with a Chinese input method', () => {
    const typed: ApplicantInput = {
      kind: 'PERSON',
      name: ' 赵明远　',
      identityNumber: '１１０１０５ 19491231002x',
      telephone: '138 0013 8000',
      address: '  郑州市二七区大学路街道祥和社区1号 ',
    };
    expect(checkedApplicant(typed, TODAY)).toEqual(PERSON);
  });

  it('an organisation by its credit code, with its area code', () => {
    const typed = { ...ORGANISATION, identityNumber: ' 91350100m000100y43' };
    expect(checkedApplicant(typed, TODAY)).toEqual({ ...ORGANISATION, address: null });
  });

  it.each([undefined, null, '', '   '])('an address %j is no address', (address) => {
    const { address: _, ...rest } = PERSON;
    const input = address === undefined ? rest : { ...rest, address };
    expect(checkedApplicant(input, TODAY).address).toBeNull();
  });

  it('once written down, it is taken again unchanged', () => {
    const once = checkedApplicant(PERSON, TODAY);
    expect(checkedApplicant(once, TODAY)).toEqual(once);
  });
});

describe('what is wrong with an applicant is said field by field', () => {
  it('the kind chooses the rule: an identity number is no credit code', () => {
    expect(refusalOf({ ...PERSON, kind: 'ORGANISATION' }).code).toMatch(/^intake\.credit_code_/);
    expect(refusalOf({ ...ORGANISATION, kind: 'PERSON' }).code).toMatch(
      /^intake\.identity_number_/,
    );
  });

  it('one wrong field: its code, and its own sentence', () => {
    const refusal = refusalOf({ ...PERSON, identityNumber: '110105194912310021' });
    expect(refusal).toMatchObject({
      kind: 'invalid',
      code: 'intake.identity_number_check_digit',
      fields: [
        {
          field: 'applicant.identityNumber',
          code: 'intake.identity_number_check_digit',
          detail: '身份证号码最后一位校验码不符，请对照证件逐位核对。',
        },
      ],
    });
  });

  it('both wrong: the first gives the code, both are named', () => {
    const refusal = refusalOf({ ...PERSON, identityNumber: '1', telephone: '68880000' });
    expect(refusal.code).toBe('intake.identity_number_length');
    expect(refusal.fields.map(({ field, code }) => [field, code])).toEqual([
      ['applicant.identityNumber', 'intake.identity_number_length'],
      ['applicant.telephone', 'intake.telephone_area_code_missing'],
    ]);
  });

  it('a wrong telephone alone is refused too', () => {
    expect(refusalOf({ ...PERSON, telephone: '12345' })).toMatchObject({
      code: 'intake.telephone_invalid',
      fields: [{ field: 'applicant.telephone' }],
    });
  });

  it('nobody is born after today, and somebody may be born today', () => {
    const first17 = '41010320261124001';
    const identityNumber = `${first17}${identityNumberCheckDigit(first17)}`;
    const born = { ...PERSON, identityNumber };
    expect(refusalOf(born).code).toBe('intake.identity_number_birth_date_future');
    expect(checkedApplicant(born, '2026-11-24')).toEqual(born);
  });

  it('P5: no personal data stands in the refusal', () => {
    const refusal = refusalOf({ ...PERSON, identityNumber: '110105194912310021' });
    expect(JSON.stringify({ ...refusal, message: refusal.message })).not.toContain(
      '11010519491231',
    );
  });
});
