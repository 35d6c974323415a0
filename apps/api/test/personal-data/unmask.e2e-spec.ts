import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { APPLICANT, registered, type Case } from '../support/cases.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';
import { askProgress } from '../support/progress.js';

const REASON = '申请人来电核对联系地址';

describe('P5, GB/T 35273: personal data', () => {
  let district: District;
  let clerk: Client;
  let kase: Case;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
    kase = await registered(clerk, 'EQ-T-05-001');
  });
  afterAll(() => district.close());

  const unmask = (client: Client, reason: unknown = REASON) =>
    client.post<Dto<'ClearApplicantDto'> & Problem>(`/api/v1/cases/${kase.id}/applicant/unmask`, {
      reason,
    });

  it('is masked by default', async () => {
    expect(await clerk.get(`/api/v1/cases/${kase.id}/applicant`)).toEqual({
      kind: 'PERSON',
      name: '赵**',
      agent: null,
      identityNumber: '1101**********002X',
      telephone: '138****8000',
      address: '郑州市二七区大学路街道****',
    });
  });

  it('is shown in clear to who works on the case and says why; the audit has it', async () => {
    const { status, body, headers } = await unmask(clerk);
    expect([status, body]).toEqual([200, { ...APPLICANT, agent: null }]);
    expect(headers.get('cache-control')).toContain('no-store');
    const [entry]: { reason: string; changes: string; action: string }[] = await district.sql.query(
      `SELECT action, reason, changes FROM audit_entries WHERE action = 'applicant.unmask'`,
    );
    expect(entry?.reason).toBe(REASON);
    expect(entry?.changes).toContain(kase.id);
    expect(entry?.changes).not.toContain(APPLICANT.identityNumber);
  });

  it.each([[''], ['看'], [undefined], [{ text: REASON }]])(
    'not without a reason (%j)',
    async (reason) => {
      const { status, body } = await unmask(clerk, reason ?? null);
      expect([status, body.errors?.[0]?.field]).toEqual([400, 'reason']);
    },
  );

  it('not to another street, nor to who only watches', async () => {
    const { status } = await unmask(await district.as('jzj-clerk1'));
    expect(status).toBe(404);
    for (const login of ['erqi-supervisor', 'erqi-inspector', 'erqi-auditor', 'dxl-guide']) {
      expect([login, (await unmask(await district.as(login))).status]).toEqual([login, 403]);
    }
  });

  it('an Idempotency-Key keeps no answer in clear', async () => {
    const path = `/api/v1/cases/${kase.id}/applicant/unmask`;
    await clerk.post(path, { reason: REASON }, { 'idempotency-key': 'clear' });
    const rows: object[] = await district.sql.query('SELECT * FROM idempotency_keys');
    expect(JSON.stringify(rows)).not.toContain(APPLICANT.identityNumber);
  });

  const search = (client: Client, body: object) =>
    client.post<Dto<'ApplicantCasesDto'> & Problem>('/api/v1/applicants/search', body);

  it('a whole number finds the cases of one’s own unit, however it was typed', async () => {
    for (const body of [
      { identityNumber: '11010519491231002x' },
      { telephone: '138 0013 8000' },
      { telephone: '+8613800138000' },
    ]) {
      const { body: found } = await search(clerk, body);
      expect(found.items.map(({ number }) => number)).toEqual([kase.number]);
    }
    const { body: elsewhere } = await search(await district.as('jzj-clerk1'), {
      telephone: '13800138000',
    });
    expect(elsewhere.items).toEqual([]);
  });

  it.each([
    [{}, 'intake.search_one_number'],
    [
      { identityNumber: APPLICANT.identityNumber, telephone: APPLICANT.telephone },
      'intake.search_one_number',
    ],
    [{ telephone: '8000' }, undefined],
    [{ identityNumber: '002X' }, undefined],
  ])('a part of a number, none or two are refused (%j)', async (body, code) => {
    const { status, body: refusal } = await search(clerk, body);
    expect(status).toBe(400);
    if (code) expect(refusal.code).toBe(code);
  });

  it('whoever holds the receipt still sees the progress', async () => {
    const ask = (tail: string) => askProgress(district.url, kase.number, tail);
    expect((await ask('002x')).status).toBe(200);
    expect((await ask('0021')).status).toBe(404);
  });

  it('a value moved to another row does not open: it is bound to its place', async () => {
    const other = await registered(clerk, 'EQ-T-05-001');
    await district.sql.query(
      `UPDATE applicants a SET identity_number = b.identity_number FROM applicants b, cases c, cases d
       WHERE c.id = $1 AND a.id = c.applicant_id AND d.id = $2 AND b.id = d.applicant_id`,
      [other.id, kase.id],
    );
    expect((await clerk.send('GET', `/api/v1/cases/${other.id}/applicant`)).status).toBe(500);
  });
});
