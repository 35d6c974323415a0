import { describe, expect, it } from '@jest/globals';
import { BadRequestException, HttpException, PayloadTooLargeException } from '@nestjs/common';
import { ProblemError } from './problem-error.js';
import { refusalOf } from './to-problem.js';

/** Of the shape that the domain's errors have; the machinery may not import them. */
function refused(kind: string, more: object = {}): Error {
  const shape = { kind, code: 'case.stale', title: '办件刚刚已被他人更新。', fields: [], ...more };
  return Object.assign(new Error('case.stale: inside'), shape);
}

const FAILED = {
  status: 500,
  code: 'server.failed',
  title: '系统出现故障，请稍后重试；如仍不行，请把追踪号告诉管理员。',
};

describe('design §2.7: what a caller is told of an error', () => {
  it.each([
    ['invalid', 400],
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['not-found', 404],
    ['conflict', 409],
    ['something new', 400],
  ])('of the domain, by its shape: %s is %i', (kind, status) => {
    expect(refusalOf(refused(kind))).toEqual({
      status,
      code: 'case.stale',
      title: '办件刚刚已被他人更新。',
      detail: undefined,
      fields: [],
    });
  });

  it('the domain’s detail and fields go along, its message and stack do not', () => {
    const fields = [
      { field: 'materials', code: 'case.material_missing', detail: '户口簿：尚未收到。' },
    ];
    const refusal = refusalOf(refused('conflict', { detail: '缺少：户口簿', fields }));
    expect(refusal).toMatchObject({ detail: '缺少：户口簿', fields });
    expect(JSON.stringify(refusal)).not.toContain('inside');
  });

  it('what only resembles a domain error is none', () => {
    const plain = { kind: 'invalid', code: 'x', title: 'x', fields: [] };
    expect(refusalOf(plain)).toEqual(FAILED);
    for (const lacking of ['kind', 'code', 'title', 'fields'] as const) {
      const { [lacking]: _, ...rest } = plain;
      expect(refusalOf(Object.assign(new Error('x'), rest))).toEqual(FAILED);
    }
  });

  it('of the machinery itself, as it is', () => {
    const fields = [{ field: 'name', code: 'field.required', detail: 'name：不能为空。' }];
    const error = new ProblemError(422, 'idempotency.key_reused', '换一个新的键。', '细节', fields);
    expect(refusalOf(error)).toEqual({
      status: 422,
      code: 'idempotency.key_reused',
      title: '换一个新的键。',
      detail: '细节',
      fields,
    });
  });

  it.each([
    [new BadRequestException('Unexpected token } in JSON'), 400, 'request.malformed'],
    [new HttpException('inside', 401), 401, 'identity.sign_in_required'],
    [new HttpException('Cannot GET /x', 404), 404, 'request.no_such_address'],
    [new HttpException('inside', 405), 405, 'request.method_not_allowed'],
    [new PayloadTooLargeException(), 413, 'request.too_large'],
    [Object.assign(new Error('FST_ERR_CTP'), { statusCode: 415 }), 415, 'request.media_type'],
    [new HttpException('slow down', 429), 429, 'request.refused'],
  ])('of the web framework: %s', (error, status, code) => {
    const refusal = refusalOf(error);
    expect(refusal).toMatchObject({ status, code });
    expect(refusal.title).toMatch(/^\p{Script=Han}.+。$/u);
    expect(JSON.stringify(refusal)).not.toContain(error.message);
  });
});

describe('an unknown error tells nothing of the inside', () => {
  it.each([
    ['an error', new Error('password=geheim at /srv/app/case.ts')],
    ['a framework error of the server', new HttpException('pool of 10.0.0.7 is empty', 503)],
    ['a system error', Object.assign(new Error('connect'), { code: 'ECONNREFUSED', port: 5432 })],
    ['a text', 'geheim'],
    ['a number', 42],
    ['undefined', undefined],
    ['null', null],
    ['an odd status', { statusCode: '404' }],
  ])('%s', (_what, thrown) => {
    expect(refusalOf(thrown)).toEqual(FAILED);
  });
});
