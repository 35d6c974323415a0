import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countQueries } from '../support/count-queries.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';

const HOSTILE = `"><script>alert(1)</script>&'`;
const A = { title: '一次性告知', text: '缺什么一次说清。' };
const B = { title: '延时服务', text: '办完再下班。' };

describe('R76: a centre publishes what it promises', () => {
  let district: District;
  let admin: Client;
  let unitId: string;

  beforeAll(async () => {
    district = await openDistrict();
    admin = await district.as('dxl-admin');
    unitId = admin.account.unit.id;
  });
  afterAll(() => district.close());

  const path = (id = unitId) => `/api/v1/units/${id}/service-promises`;
  const versions = async (): Promise<Dto<'ServicePromisesDto'>[]> => {
    const answer = await fetch(district.url + path());
    return ((await answer.json()) as Dto<'ServicePromisesPageDto'>).items;
  };
  const registerFor = (who: Client) =>
    who.get<Dto<'PublishedPromisesPageDto'>>(`${path()}/register`);
  const publish = (replaces: number, more: object = {}, who = admin) =>
    who.post<Dto<'PublishedPromisesDto'> & Problem>(path(), {
      replaces,
      promises: [A, B],
      ...more,
    });
  const guide = async (code = 'DXL-ZX', headers: Record<string, string> = {}) => {
    const answer = await fetch(`${district.url}/guide/centres/${code}`, { headers });
    return { status: answer.status, etag: answer.headers.get('etag'), text: await answer.text() };
  };
  const standings = async () =>
    (await versions()).map(({ number, standing }) => `${number} ${standing}`);

  it('everybody reads the version in force, and who published it stays in the house', async () => {
    const [first, ...others] = await versions();
    expect(others).toEqual([]);
    expect(first).toMatchObject({ number: 1, standing: 'IN_FORCE' });
    expect(first).not.toHaveProperty('publishedByName');
    const register = await registerFor(admin);
    expect(register.items[0]?.publishedByName).toBe(admin.account.displayName);
    expect(register.allowedActions).toEqual(['publish']);
    for (const login of ['jzj-admin', 'erqi-inspector']) {
      expect((await registerFor(await district.as(login))).allowedActions).toEqual([]);
    }
  });

  it('the public page says where the centre is, what it does and what it promises', async () => {
    const { text, etag } = await guide();
    for (const part of [
      '<h1 lang="zh-CN">大学路街道便民服务中心</h1>',
      '工作日 09:00–17:00',
      '1、2、3、4、5号',
      `/guide/search?offeredBy=${unitId}&amp;theme=`,
      '查看全部45项',
      '第1版，2016年1月1日起施行',
      '<strong>首问负责</strong>',
    ]) {
      expect(text).toContain(part);
    }
    expect((await guide('DXL-ZX', { 'if-none-match': etag ?? '' })).status).toBe(304);
    const home = await (await fetch(`${district.url}/guide`)).text();
    expect(home).toContain('/guide/centres/DXL-ZX');
    const items = await (
      await fetch(`${district.url}/guide/search?offeredBy=${unitId}&class=FEATURED`)
    ).text();
    expect(items).toContain(`name="offeredBy" value="${unitId}"`);
    const station = await guide('DXL-Z001');
    expect(station.text).toContain('/guide/centres/DXL-ZX');
    expect(station.text).not.toContain('服务承诺</h2>');
    expect((await guide('NO-SUCH')).status).toBe(404);
  });

  it('a new version replaces the one before, which stays as it was', async () => {
    const before = await versions();
    const { status, body } = await publish(1, { promises: [A, { title: HOSTILE, text: HOSTILE }] });
    expect([status, body.number, body.standing]).toEqual([201, 2, 'IN_FORCE']);
    expect(await standings()).toEqual(['2 IN_FORCE', '1 REPLACED']);
    expect((await versions())[1]?.promises).toEqual(before[0]?.promises);
    const { text } = await guide();
    expect(text).toContain('第2版');
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('首问负责');
  });

  it('one that begins later is announced, and takes over on its day', async () => {
    expect((await publish(2, { effectiveFrom: '2026-03-20' })).status).toBe(201);
    expect(await standings()).toEqual(['3 COMING', '2 IN_FORCE', '1 REPLACED']);
    expect((await guide()).text).toContain('第3版服务承诺自2026年3月20日起施行');
    const early = await publish(3, { effectiveFrom: '2026-03-19' });
    expect([early.status, early.body.code]).toEqual([400, 'publication.promises_from_invalid']);
    district.clock.moveTo('2026-03-20T00:00:01+08:00');
    expect(await standings()).toEqual(['3 IN_FORCE', '2 REPLACED', '1 REPLACED']);
    expect((await guide()).text).toContain('第3版，2026年3月20日起施行');
  });

  it('of ten who publish at once one does, and the others are told', async () => {
    // The clock has moved: signs in again, once.
    await admin.get('/api/v1/me');
    const answers = await Promise.all(Array.from({ length: 10 }, () => publish(3)));
    const told = answers.map(({ status, body }) => (status === 201 ? body.number : body.code));
    expect(told.filter((one) => one === 4)).toHaveLength(1);
    expect(told.filter((one) => one === 'publication.promises_changed_meanwhile')).toHaveLength(9);
  });

  it.each([
    ['the administrator of another centre', 'jzj-admin', 403, 'publication.promises_not_yours'],
    ['a clerk', 'dxl-clerk1', 403, 'identity.not_allowed'],
    ['the district', 'erqi-supervisor', 403, 'identity.not_allowed'],
  ])('%s gives no word for it', async (_, login, status, code) => {
    const answer = await publish(4, {}, await district.as(login));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it.each([
    ['none', { promises: [] }],
    ['one without words', { promises: [{ title: ' ', text: 'x' }] }],
    ['too many', { promises: Array.from({ length: 31 }, () => A) }],
  ])('%s: refused', async (_, more) => {
    expect((await publish(4, more)).status).toBe(400);
  });

  it('no version is ever changed, not even by the application’s own role', async () => {
    const [row]: { rights: string }[] = await district.sql.query(
      `SELECT string_agg(privilege_type, ',' ORDER BY privilege_type) AS rights
       FROM information_schema.role_table_grants
       WHERE table_name = 'service_promises' AND grantee = 'yikou_app'`,
    );
    expect(row?.rights).toBe('INSERT,SELECT');
  });

  it('costs as many statements as it has parts', async () => {
    const count = async (work: () => Promise<unknown>) =>
      (await countQueries(district, work)).filter((sql) => !/^(START|COMMIT)/.test(sql)).length;
    expect(await count(() => guide())).toBe(4);
    expect(await count(() => versions())).toBe(2);
    expect(await count(() => publish(4))).toBeLessThanOrEqual(7);
  });

  it('pages through many versions', async () => {
    const { nextCursor, items } = await admin.get<Dto<'ServicePromisesPageDto'>>(
      `${path()}?limit=2`,
    );
    const rest = await admin.get<Dto<'ServicePromisesPageDto'>>(
      `${path()}?limit=100&cursor=${nextCursor}`,
    );
    expect([...items, ...rest.items].map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
  });
});
