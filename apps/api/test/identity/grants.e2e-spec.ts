import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Dto, Problem } from '../support/client.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';
import { Office } from './office.js';

type Managed = Dto<'ManagedAccountDto'>;
const HOUR = 3_600_000;

describe('roles and their time', () => {
  let district: District;
  let office: Office;

  beforeAll(async () => {
    district = await openDistrict();
    office = await Office.of(district);
  });
  afterEach(() => district.clock.moveTo(USUAL_MORNING));
  afterAll(() => district.close());

  const tryGrant = (id: string, role: Dto<'Role'>, period: object = {}) =>
    office.security.post<Managed & Problem>(`/api/v1/accounts/${id}/grants`, { role, ...period });
  const revoke = (id: string, grantId: string | undefined) =>
    office.security.send<Managed & Problem>('DELETE', `/api/v1/accounts/${id}/grants/${grantId}`);
  const mayListCases = async (client: Client) => (await client.send('GET', '/api/v1/cases')).status;
  const inHours = (hours: number) =>
    new Date(district.clock.now().getTime() + hours * HOUR).toISOString();

  it('a revoked role is gone with the next request, a granted one is there', async () => {
    const { account, client } = await office.newcomer('CLERK');
    expect(await mayListCases(client)).toBe(200);
    const before = Date.now();
    const { body } = await revoke(account.id, account.grants[0]?.id);
    expect(await mayListCases(client)).toBe(403);
    expect(Date.now() - before).toBeLessThan(5000);
    expect(body.grants[0]).toMatchObject({ role: 'CLERK', revokedByName: expect.any(String) });
    await office.grant(account.id, 'GUIDE');
    expect(await mayListCases(client)).toBe(200);
    expect((await client.lookAgain()).account.roles).toEqual(['GUIDE']);
    expect((await revoke(account.id, account.grants[0]?.id)).status).toBe(404);
  });

  it('narrowed to another unit, the rows of the old one are gone with the next request', async () => {
    const { account, client } = await office.newcomer('DISTRICT_SUPERVISOR', 'erqi-supervisor');
    const clerk = await district.as('dxl-clerk1');
    const kase = await clerk.do('/api/v1/cases', {
      itemCode: 'EQ-T-05-001',
      applicant: {
        kind: 'PERSON',
        name: '赵明远',
        identityNumber: '11010519491231002X',
        telephone: '13800138000',
      },
      receivedMaterials: [],
    });
    const read = async () => (await client.send('GET', `/api/v1/cases/${kase.id}`)).status;
    expect(await read()).toBe(200);
    await office.change(account.id, { unitId: (await office.accountOf('jzj-clerk1')).unitId });
    expect(await read()).toBe(404);
  });

  it('a role holds from its first to its last instant', async () => {
    const { account, client } = await office.newcomer('CLERK');
    await revoke(account.id, account.grants[0]?.id);
    const period = { validFrom: inHours(1 / 12), validUntil: inHours(1 / 6) };
    await office.grant(account.id, 'CLERK', period);
    const statuses: number[] = [];
    for (const at of [inHours(0), period.validFrom, period.validUntil]) {
      district.clock.moveTo(at);
      statuses.push(await mayListCases(client));
    }
    expect(statuses).toEqual([403, 200, 403]);
  });

  it('several roles add up', async () => {
    const { account, client } = await office.newcomer('GUIDE');
    await office.grant(account.id, 'CLERK');
    expect((await client.lookAgain()).account.roles.sort()).toEqual(['CLERK', 'GUIDE']);
  });

  it('a period that is over before it begins is none; one that began earlier begins now', async () => {
    const { account } = await office.newcomer('GUIDE');
    for (const period of [
      { validUntil: inHours(-1) },
      { validFrom: inHours(2), validUntil: inHours(2) },
      { validFrom: inHours(2), validUntil: inHours(1) },
    ]) {
      const { status, body } = await tryGrant(account.id, 'CLERK', period);
      expect([status, body.code]).toEqual([400, 'identity.period_invalid']);
    }
    const { grants } = await office.grant(account.id, 'CLERK', { validFrom: inHours(-100) });
    expect(grants.find(({ role }) => role === 'CLERK')?.validFrom).toBe(inHours(0));
  });

  it('the same role is not held twice at once', async () => {
    const { account } = await office.newcomer('GUIDE');
    const twice = await tryGrant(account.id, 'GUIDE', { validFrom: inHours(5) });
    expect([twice.status, twice.body.code]).toEqual([409, 'identity.role_held_already']);
    const answers = await Promise.all([1, 2, 3].map(() => tryGrant(account.id, 'CLERK')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('三权分立: no two of the three, and none of them beside other work', async () => {
    const clerk = await office.newcomer('CLERK');
    for (const role of ['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR'] as const) {
      const { status, body } = await tryGrant(clerk.account.id, role);
      expect([status, body.code]).toEqual([409, 'identity.administrators_apart']);
    }
    const { id } = await office.accountOf('erqi-system');
    for (const role of ['SECURITY_ADMINISTRATOR', 'AUDITOR', 'CLERK'] as const) {
      const { status, body } = await tryGrant(id, role, { validFrom: inHours(24) });
      expect([status, body.code]).toEqual([409, 'identity.administrators_apart']);
    }
    const grantId = clerk.account.grants[0]?.id;
    await revoke(clerk.account.id, grantId);
    expect((await tryGrant(clerk.account.id, 'AUDITOR')).status).toBe(200);
  });

  it('三权分立: of two grants at once that must be apart, one wins', async () => {
    for (let turn = 0; turn < 10; turn++) {
      const { unitId } = await office.accountOf('dxl-clerk1');
      const { account } = await office.create({ unitId });
      const roles = ['SYSTEM_ADMINISTRATOR', 'AUDITOR', 'CLERK'] as const;
      const answers = await Promise.all(roles.map((role) => tryGrant(account.id, role)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    }
  });

  it('三权分立: the table refuses it too, whoever writes, also two at once', async () => {
    const { unitId } = await office.accountOf('dxl-clerk1');
    const insert = (accountId: string, role: string) =>
      district.sql.query(
        `INSERT INTO role_grants (id, account_id, role, valid_from)
         VALUES (gen_random_uuid(), $1, $2, now()) RETURNING role`,
        [accountId, role],
      );
    for (let turn = 0; turn < 10; turn++) {
      const { account } = await office.create({ unitId });
      const both = await Promise.allSettled([
        insert(account.id, 'AUDITOR'),
        insert(account.id, 'SYSTEM_ADMINISTRATOR'),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const refused = both.find((one) => one.status === 'rejected');
      // Two that see each other's row wait for each other: PostgreSQL then ends one of them as
      // a deadlock instead of naming the constraint. Either way only one row stays.
      expect(String(refused?.reason)).toMatch(/ex_role_grants_apart|deadlock detected/);
      await expect(insert(account.id, 'CLERK')).rejects.toThrow('ex_role_grants_apart');
    }
  });

  it('made an administrator, a person chooses a longer password and sets up a second factor', async () => {
    const { account, client } = await office.newcomer('CLERK');
    await revoke(account.id, account.grants[0]?.id);
    await office.grant(account.id, 'SYSTEM_ADMINISTRATOR');
    const { account: now } = await client.lookAgain();
    expect([now.mustChangePassword, now.secondFactor]).toEqual([true, 'NEEDED']);
  });

  it('every change of rights is told to the auditor, with who and for whom', async () => {
    const { account } = await office.newcomer('INSPECTOR');
    const entries: { action: string; actor: string; changes: string }[] = await district.sql.query(
      `SELECT action, actor, changes FROM audit_entries WHERE changes LIKE $1 ORDER BY seq`,
      [`%${account.id}%`],
    );
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['account.create', 'role.grant', 'me.changePassword']),
    );
    const grant = entries.find(({ action }) => action === 'role.grant');
    expect(grant?.actor).toBe(office.security.account.displayName);
    expect(grant?.changes).toContain('INSPECTOR');
    expect(JSON.stringify(entries)).not.toMatch(/argon2|oneTimePassword/i);
  });
});
