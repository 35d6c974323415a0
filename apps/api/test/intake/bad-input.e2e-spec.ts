import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { APPLICANT, registered } from '../support/cases.js';
import type { Answer, Client, Problem } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';

const CASE = { itemCode: 'EQ-T-05-001', applicant: APPLICANT, receivedMaterials: [] };
const CHINESE_SENTENCE = /^[\u4e00-\u9fa5].*[。！]$/u;

describe('bad input', () => {
  let district: District;
  let clerk: Client;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
  });
  afterAll(() => district.close());

  const rows = async (): Promise<unknown> =>
    district.sql.query(
      `SELECT (SELECT count(*) FROM cases) AS cases, (SELECT count(*) FROM applicants) AS applicants,
         (SELECT count(*) FROM case_materials) AS materials, (SELECT count(*) FROM material_files) AS files,
         (SELECT coalesce(sum(last), 0) FROM case_number_serials) AS serials`,
    );

  function expectHelpful(answer: Answer, status: number, code: string, field?: string): void {
    const problem = answer.body as Problem;
    expect([answer.status, problem.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(problem.title).toMatch(CHINESE_SENTENCE);
    expect(problem.traceId).toMatch(/^[0-9a-f-]{36}$/);
    if (field) expect(problem.errors?.map((error) => error.field)).toContain(field);
    for (const { detail } of problem.errors ?? []) expect(detail).toMatch(/[\u4e00-\u9fa5].*。$/u);
  }

  const applicant = (change: Record<string, unknown>) => ({
    ...CASE,
    applicant: { ...APPLICANT, ...change },
  });

  it.each<[string, unknown, number, string, string?]>([
    ['no body fields', {}, 400, 'request.invalid', 'itemCode'],
    [
      'no applicant',
      { itemCode: 'EQ-T-05-001', receivedMaterials: [] },
      400,
      'request.invalid',
      'applicant',
    ],
    ['applicant as a list', { ...CASE, applicant: [APPLICANT] }, 400, 'request.invalid'],
    ['empty name', applicant({ name: '' }), 400, 'request.invalid', 'applicant.name'],
    ['a field that does not exist', { ...CASE, state: 'DECIDED' }, 400, 'request.invalid', 'state'],
    [
      'a nested field that does not exist',
      applicant({ admin: true }),
      400,
      'request.invalid',
      'applicant.admin',
    ],
    [
      '__proto__',
      JSON.parse('{"itemCode":"EQ-T-05-001","__proto__":{"x":1}}'),
      400,
      'request.malformed',
    ],
    [
      'wrong check digit',
      applicant({ identityNumber: '110105194912310021' }),
      400,
      'intake.identity_number_check_digit',
      'applicant.identityNumber',
    ],
    [
      '15 digits',
      applicant({ identityNumber: '110105491231002' }),
      400,
      'intake.identity_number_length',
      'applicant.identityNumber',
    ],
    [
      '31 February',
      applicant({ identityNumber: '110105199902310023' }),
      400,
      'intake.identity_number_birth_date',
      'applicant.identityNumber',
    ],
    [
      'credit code of a person',
      applicant({ kind: 'ORGANISATION' }),
      400,
      'intake.credit_code_region',
    ],
    [
      'telephone',
      applicant({ telephone: '12345' }),
      400,
      'intake.telephone_invalid',
      'applicant.telephone',
    ],
    ['unknown item', { ...CASE, itemCode: 'EQ-T-99-999' }, 404, 'catalog.item_unknown'],
    [
      'item of a station at a centre',
      { ...CASE, itemCode: 'EQ-C-20-003' },
      409,
      'catalog.not_offered',
    ],
    ['NUL byte', applicant({ name: '赵\u0000' }), 400, 'request.invalid', 'applicant.name'],
    ['lone surrogate', applicant({ name: '赵\ud800' }), 400, 'request.invalid', 'applicant.name'],
    [
      '10,000 characters',
      applicant({ name: '赵'.repeat(10_000) }),
      400,
      'request.invalid',
      'applicant.name',
    ],
    [
      'material positions as text',
      { ...CASE, receivedMaterials: ['0'] },
      400,
      'request.invalid',
      'receivedMaterials',
    ],
    [
      'position out of the list',
      { ...CASE, receivedMaterials: [50] },
      404,
      'intake.material_unknown',
    ],
    [
      'position 1e308',
      { ...CASE, receivedMaterials: [1e308] },
      400,
      'request.invalid',
      'receivedMaterials',
    ],
  ])('register: %s', async (_, body, status, code, field: string | undefined = undefined) => {
    const before = await rows();
    expectHelpful(await clerk.post('/api/v1/cases', body), status, code, field);
    expect(await rows()).toEqual(before);
  });

  it('malformed JSON, wrong media type, a body of 2 MB, no such address', async () => {
    const json = { 'content-type': 'application/json' };
    const malformed = await clerk.send('POST', '/api/v1/cases', {
      body: '{"itemCode":',
      headers: json,
    });
    expectHelpful(malformed, 400, 'request.malformed');
    const text = await clerk.send('POST', '/api/v1/cases', {
      body: 'x',
      headers: { 'content-type': 'text/csv' },
    });
    expectHelpful(text, 415, 'request.media_type');
    const large = await clerk.post('/api/v1/cases', { ...CASE, itemCode: 'x'.repeat(2_000_000) });
    expectHelpful(large, 413, 'request.too_large');
    expectHelpful(await clerk.send('GET', '/api/v1/nothing'), 404, 'request.no_such_address');
    expectHelpful(
      await clerk.send('GET', '/api/v1/cases/not-a-uuid'),
      400,
      'request.invalid',
      'id',
    );
  });

  it('a stale version is told which is the present one and changes nothing', async () => {
    const kase = await registered(clerk, 'EQ-T-05-001');
    for (const version of [2, 99]) {
      const answer = await clerk.post(`/api/v1/cases/${kase.id}/accept`, { version });
      expectHelpful(answer, 409, 'case.stale');
    }
    for (const version of [0, -1, 1.5, '1', null, undefined]) {
      const answer = await clerk.post(`/api/v1/cases/${kase.id}/accept`, { version });
      expectHelpful(answer, 400, 'request.invalid', 'version');
    }
  });

  it.each<[string, Record<string, string>, string]>([
    ['local time without offset', { from: '2026-03-10T09:00:00' }, 'from'],
    ['not a date', { from: '2026-02-30T99:00:00Z' }, 'from'],
    ['negative limit', { limit: '-1' }, 'limit'],
    ['limit with decimals', { limit: '1.5' }, 'limit'],
    ['limit too long', { limit: '1001' }, 'limit'],
    ['unit', { unit: 'HOUR' }, 'unit'],
  ])('calendar/due: %s', async (_, change, field) => {
    const usual = { from: '2026-03-10T09:00:00+08:00', limit: '5', unit: 'WORKING_DAY' };
    const query = new URLSearchParams({ ...usual, ...change });
    expectHelpful(
      await clerk.send('GET', `/api/v1/calendar/due?${query}`),
      400,
      'request.invalid',
      field,
    );
  });

  it('a made-up cursor, a doubled query key, a page of 1000', async () => {
    for (const path of ['cases', 'tasks', 'deadlines', 'items', 'areas', 'units']) {
      const cursor = await clerk.send(
        'GET',
        `/api/v1/${path}?cursor=${btoa('["x\'; drop table"]')}`,
      );
      expectHelpful(cursor, 400, 'page.cursor_invalid', 'cursor');
      expectHelpful(
        await clerk.send('GET', `/api/v1/${path}?limit=1000`),
        400,
        'request.invalid',
        'limit',
      );
      const doubled = await clerk.send('GET', `/api/v1/${path}?cursor=a&cursor=b`);
      expectHelpful(doubled, 400, 'request.invalid', 'cursor');
    }
  });
});
