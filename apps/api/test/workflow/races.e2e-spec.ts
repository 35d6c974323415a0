import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, APPLICANT, registered, type Case } from '../support/cases.js';
import type { Client, Problem } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';

describe('races', () => {
  let district: District;
  let clerk: Client;
  let colleague: Client;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
    colleague = await district.as('dxl-clerk2');
  });
  afterAll(() => district.close());

  const acceptBy = (who: Client, kase: Case) =>
    who.post<Case & Problem>(`/api/v1/cases/${kase.id}/accept`, { version: kase.version });

  it('two-clerks-accept-at-once: one accepts, the other is told that it changed', async () => {
    for (let turn = 0; turn < 20; turn++) {
      const kase = await registered(clerk, 'EQ-T-05-001');
      const answers = await Promise.all([acceptBy(clerk, kase), acceptBy(colleague, kase)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('case.stale');
      const after = await clerk.get<Case>(`/api/v1/cases/${kase.id}`);
      expect(after.deadlines.map(({ kind }) => kind).sort()).toEqual([
        'PROMISE',
        'STATUTORY',
        'TRANSFER',
      ]);
      const events = await clerk.get<{ items: { verb: string; seq: number }[] }>(
        `/api/v1/cases/${kase.id}/events`,
      );
      expect(events.items.map(({ verb, seq }) => [seq, verb])).toEqual([
        [1, 'register'],
        [2, 'accept'],
      ]);
    }
  });

  it('two handlers claim one task at once: one has it', async () => {
    const kase = await clerk.perform(await accepted(clerk, 'EQ-T-05-001'), 'transfer');
    const handlers = await Promise.all(
      ['dxl-mz-handler', 'dxl-mz-head'].map((who) => district.as(who)),
    );
    const answers = await Promise.all(
      handlers.map((who) =>
        who.post<Case>(`/api/v1/cases/${kase.id}/claim`, { version: kase.version }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('the-same-idempotency-key-twice-at-once: one case, the same answer', async () => {
    const key = randomUUID();
    const body = { itemCode: 'EQ-T-05-001', applicant: APPLICANT, receivedMaterials: [] };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        clerk.post<Case>('/api/v1/cases', body, { 'idempotency-key': key }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1);
    expect(new Set(answers.map(({ body: answer }) => JSON.stringify(answer))).size).toBe(1);
    const [row]: { count: number }[] = await district.sql.query(
      'SELECT count(*)::int AS count FROM cases WHERE id = $1',
      [answers[0]?.body.id],
    );
    expect(row?.count).toBe(1);
  });

  it('the same key with another body is refused with 422, and another person has keys of their own', async () => {
    const key = randomUUID();
    const body = { itemCode: 'EQ-T-05-001', applicant: APPLICANT, receivedMaterials: [] };
    const first = await clerk.post<Case>('/api/v1/cases', body, { 'idempotency-key': key });
    const other = { ...body, itemCode: 'EQ-T-20-003' };
    const reused = await clerk.post<Problem>('/api/v1/cases', other, { 'idempotency-key': key });
    expect([reused.status, reused.body.code]).toEqual([422, 'idempotency.key_reused']);
    const hers = await colleague.post<Case>('/api/v1/cases', body, { 'idempotency-key': key });
    expect(hers.status).toBe(201);
    expect(hers.body.id).not.toBe(first.body.id);
  });

  it('a refusal does not use up the key: mended, the same key goes through', async () => {
    const key = randomUUID();
    const wrong = {
      itemCode: 'EQ-T-05-001',
      applicant: { ...APPLICANT, telephone: '12' },
      receivedMaterials: [],
    };
    const refused = await clerk.post('/api/v1/cases', wrong, { 'idempotency-key': key });
    expect(refused.status).toBe(400);
    const mended = await clerk.post(
      '/api/v1/cases',
      { ...wrong, applicant: APPLICANT },
      { 'idempotency-key': key },
    );
    expect(mended.status).toBe(201);
  });

  it('a verb repeated with its key gives the first answer although the case has moved on', async () => {
    const kase = await registered(clerk, 'EQ-T-05-001');
    const key = { 'idempotency-key': randomUUID() };
    const path = `/api/v1/cases/${kase.id}/accept`;
    const first = await clerk.post<Case>(path, { version: kase.version }, key);
    await clerk.perform(first.body, 'transfer');
    const again = await clerk.post<Case>(path, { version: kase.version }, key);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
  });
});
