import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Drain } from '@yikou/platform';
import { createApp } from '../../src/create-app.js';
import { registered } from '../support/cases.js';
import type { Dto } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';
import { LiveScreen } from '../support/live.js';
import { until } from '../support/worker.js';

const LIVE = '/api/v1/live';

describe('live updates without reload', () => {
  let district: District;
  let second: NestFastifyApplication;
  let secondUrl: string;
  let screens: LiveScreen[] = [];

  beforeAll(async () => {
    district = await openDistrict();
    second = await createApp(district.settings, district.clock);
    await second.listen({ port: 0, host: '127.0.0.1' });
    secondUrl = (await second.getUrl()).replace('[::1]', '127.0.0.1');
  });
  afterEach(() => {
    for (const screen of screens) screen.leave();
    screens = [];
  });
  afterAll(async () => {
    await second.close();
    await district.close();
  });

  const listen = async (login: string, url = district.url): Promise<LiveScreen> => {
    const { token } = await district.as(login);
    const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip, br' };
    const screen = await LiveScreen.open(`${url}${LIVE}`, headers);
    screens.push(screen);
    return screen;
  };
  const ready = async (login: string, url?: string) => (await listen(login, url)).ready();

  it('S1: a change reaches who may read it, through every process, and nobody else', async () => {
    const [colleague, supervisor, elsewhere] = await Promise.all([
      ready('dxl-clerk2'),
      ready('erqi-supervisor', secondUrl),
      ready('jzj-clerk1'),
    ]);
    const kase = await registered(await district.as('dxl-clerk1'), 'EQ-T-05-001');
    await Promise.all([colleague.hears('case', kase.id), supervisor.hears('case', kase.id)]);
    const own = await registered(await district.as('jzj-clerk2'), 'EQ-T-05-001');
    await elsewhere.hears('case', own.id);
    expect(elsewhere.changes).toEqual([{ kind: 'case', id: own.id }]);
    for (const { data } of colleague.events) expect(data).not.toMatch(/赵|units|area/);
  });

  it('a section hears of a case when it gets it, not before', async () => {
    const section = await ready('dxl-mz-handler');
    const clerk = await district.as('dxl-clerk1');
    const kase = await clerk.perform(await registered(clerk, 'EQ-T-05-001'), 'accept');
    const after = await clerk.perform(kase, 'transfer');
    await section.hears('case', kase.id);
    expect(section.changes).toEqual([{ kind: 'case', id: after.id }]);
  });

  it('is neither kept nor held back nor packed by anybody on the way', async () => {
    const { headers } = (await ready('dxl-clerk2')).answer;
    expect(headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(headers.get('cache-control')).toMatch(/no-store.*no-transform/);
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect(headers.get('content-encoding')).toBeNull();
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  it('only for people, and only so many of one person', async () => {
    const nobody = await LiveScreen.open(`${district.url}${LIVE}`);
    expect(nobody.answer.status).toBe(401);
    expect((await listen('erqi-security')).answer.status).toBe(403);
    for (let open = 0; open < 12; open++) await ready('dxl-clerk3');
    const refused = await listen('dxl-clerk3');
    expect([refused.answer.status, await refused.answer.json()]).toEqual([
      429,
      expect.objectContaining({ code: 'live.too_many_streams' }),
    ]);
  });

  it('S7: with the role the stream is gone within five seconds', async () => {
    const clerk = await district.as('dxl-clerk4');
    const screen = await ready('dxl-clerk4');
    const security = await district.as('erqi-security');
    const path = `/api/v1/accounts/${clerk.account.id}`;
    const { grants } = await security.get<Dto<'ManagedAccountDto'>>(path);
    const since = Date.now();
    await security.send('DELETE', `${path}/grants/${grants[0]?.id}`);
    await until('the stream has ended', async () => screen.ended, Boolean);
    expect(Date.now() - since).toBeLessThan(5000);
  });

  it('F5: a process that leaves ends its streams, and waits for none of them', async () => {
    const third = await createApp(district.settings, district.clock);
    await third.listen({ port: 0, host: '127.0.0.1' });
    const screen = await ready('dxl-clerk2', (await third.getUrl()).replace('[::1]', '127.0.0.1'));
    const since = Date.now();
    await third.get(Drain).finish(0);
    await until('the stream has ended', async () => screen.ended, Boolean);
    await third.close();
    expect(Date.now() - since).toBeLessThan(5000);
  });
});
