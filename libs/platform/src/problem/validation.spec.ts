import { describe, expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ProblemError } from './problem-error.js';
import { strictValidation } from './validation.js';

class AddressDto {
  @IsString() @MaxLength(5) street: string;
}

class ApplicantDto {
  @IsString() name: string;
  @IsOptional() @ValidateNested() @Type(() => AddressDto) address?: AddressDto;
}

class RequestDto {
  @IsString() code: string;
  @ValidateNested() @Type(() => ApplicantDto) applicant: ApplicantDto;
  @IsOptional() @IsArray() @ArrayMinSize(1) @IsInt({ each: true }) positions?: number[];
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ApplicantDto)
  agents?: ApplicantDto[];
  @IsOptional() @IsBoolean() urgent?: boolean;
  @IsOptional() @IsIn(['WINDOW', 'POST']) method?: string;
  @IsOptional() @IsInt() @Max(9) copies?: number;
}

const RIGHT = { code: 'EQ-T-05-001', applicant: { name: '赵明远' } };

function check(body: unknown): Promise<unknown> {
  return strictValidation().transform(body, { type: 'body', metatype: RequestDto });
}

/** "field code" for each problem. */
async function problemsOf(body: unknown): Promise<string[]> {
  const error: unknown = await check(body).then(
    () => undefined,
    (refused: unknown) => refused,
  );
  if (error === undefined) return [];
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({
    status: 400,
    code: 'request.invalid',
    title: '提交的内容有误，请按各字段的提示修改。',
  });
  return (error as ProblemError).fields.map(({ field, code }) => `${field} ${code}`);
}

describe('design §2.1: every body is checked against what the interface names', () => {
  it('what is right comes through as its class, lists and nested ones too', async () => {
    const body = { ...RIGHT, positions: [0, 3], agents: [{ name: '钱' }], method: 'POST' };
    const checked = await check(body);
    expect(checked).toBeInstanceOf(RequestDto);
    expect((checked as RequestDto).applicant).toBeInstanceOf(ApplicantDto);
    expect(checked).toEqual(body);
  });

  it.each<[what: string, body: unknown, problems: string[]]>([
    ['an unknown field', { ...RIGHT, codes: 1 }, ['codes field.unknown']],
    [
      'an unknown field further in',
      { ...RIGHT, applicant: { name: '赵', isAdmin: true } },
      ['applicant.isAdmin field.unknown'],
    ],
    [
      'a wrong field three levels in',
      { ...RIGHT, applicant: { name: '赵', address: { street: '大学路街道' + '祥和社区' } } },
      ['applicant.address.street field.too_long'],
    ],
    [
      'one wrong element of a list',
      { ...RIGHT, agents: [{ name: '钱' }, { name: 7 }] },
      ['agents.1.name field.text'],
    ],
    [
      'several at once, all of them',
      { code: 1, applicant: { name: null }, urgent: 'yes', copies: 12 },
      [
        'code field.text',
        'applicant.name field.text',
        'urgent field.yes_or_no',
        'copies field.too_large',
      ],
    ],
    ['a value out of the list', { ...RIGHT, method: 'PIGEON' }, ['method field.not_in_list']],
    ['an empty list', { ...RIGHT, positions: [] }, ['positions field.too_few']],
    ['a fraction in a list', { ...RIGHT, positions: [1, 2.5] }, ['positions field.whole_number']],
    [
      'an object where a list belongs',
      { ...RIGHT, positions: { 0: 1 } },
      ['positions field.whole_number'],
    ],
    ['a text where an object belongs', { ...RIGHT, applicant: '赵' }, ['applicant field.object']],
  ])('%s', async (_what, body, problems) => {
    expect(await problemsOf(body)).toEqual(problems);
  });

  it.each<[what: string, body: unknown, problem: string]>([
    ['an empty list for the applicant', { ...RIGHT, applicant: [] }, 'applicant field.object'],
    [
      'the applicant inside a list',
      { ...RIGHT, applicant: [RIGHT.applicant] },
      'applicant field.object',
    ],
    [
      'a list further in',
      { ...RIGHT, applicant: { name: '赵', address: [{ street: '路' }] } },
      'applicant.address field.object',
    ],
    ['a list of lists', { ...RIGHT, agents: [[{ name: '钱' }]] }, 'agents.0 field.object'],
  ])('a list where an object is expected: %s', async (_what, body, problem) => {
    expect(await problemsOf(body)).toEqual([problem]);
  });

  it.each([[[]], [[RIGHT]], [[[]]], ['text'], [7], [null], [undefined], [true]])(
    'a body that is no object: %j',
    async (body) => {
      expect(await problemsOf(body)).not.toEqual([]);
    },
  );

  it('a prototype sent along changes nothing', async () => {
    const body: unknown = JSON.parse(
      '{"code":"x","applicant":{"name":"赵"},"__proto__":{"urgent":1}}',
    );
    const checked = await check(body);
    expect(checked).toBeInstanceOf(RequestDto);
    expect(checked).not.toHaveProperty('urgent');
  });

  it('what has no class of its own is let through as it came', async () => {
    const query: unknown = Object.assign(Object.create(null), { page: ['1', '2'] });
    const pipe = strictValidation();
    expect(await pipe.transform(query, { type: 'query', metatype: Object })).toBe(query);
    expect(await pipe.transform('7', { type: 'param', metatype: String })).toBe('7');
    expect(await pipe.transform(undefined, { type: 'custom' })).toBeUndefined();
  });

  it('says of each field, in a Chinese sentence, what to do', async () => {
    const body = { ...RIGHT, code: 1, codes: 1, urgent: 'x', copies: 12 };
    const error = (await check(body).catch((refused: unknown) => refused)) as ProblemError;
    expect(error.fields.map(({ detail }) => detail)).toEqual([
      'codes：不是本接口的字段，请去掉。',
      'code：应为文字。',
      'urgent：应为“是”或“否”（true/false）。',
      'copies：超过上限。',
    ]);
  });
});
