import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from '../support/browser.js';
import { Client, type Dto, type Problem } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';

/** What a browser says of the page that asks. */
type Page = Record<string, string>;
const EVIL = 'https://evil.example';

describe('S7: what other sites’ pages can do with somebody’s browser', () => {
  let district: District;
  let browser: Browser;

  beforeAll(async () => {
    district = await openDistrict();
    browser = new Browser(district.url);
    await browser.signIn('dxl-clerk1');
  });
  afterAll(() => district.close());

  const refused = async (page: Page, method: string, path: string) => {
    const { status, body } = await browser.on(page).send<Problem>(method, path, {});
    return [status, body.code];
  };

  const PAGES: [string, Page][] = [
    ['another site, by what the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under our domain', { 'sec-fetch-site': 'same-site' }],
    ['a typed address', { 'sec-fetch-site': 'none' }],
    ['another site, by its Origin', { origin: EVIL }],
    ['a page without an origin', { origin: 'null' }],
    ['nothing that says where it comes from', {}],
    ['another site that claims our Origin as well', { 'sec-fetch-site': 'cross-site', origin: '' }],
  ];

  it.each(PAGES)('CSRF: a cookie alone changes nothing from %s', async (_what, page) => {
    const own = page.origin === '' ? { ...page, origin: district.url } : page;
    const foreign = [403, 'request.foreign_origin'];
    expect(await refused(own, 'DELETE', '/api/v1/sessions/current')).toEqual(foreign);
    expect(await refused(own, 'PUT', '/api/v1/me/password')).toEqual(foreign);
    expect(await refused(own, 'POST', '/api/v1/cases')).toEqual(foreign);
    expect(await refused(own, 'POST', '/api/v1/sessions/refresh')).toEqual(foreign);
    expect((await browser.send('GET', '/api/v1/me')).status).toBe(200);
  });

  it('our own pages may, by either of the two', async () => {
    for (const page of <Page[]>[{ 'sec-fetch-site': 'same-origin' }, { origin: district.url }]) {
      const own = new Browser(district.url, page);
      await own.signIn('dxl-clerk2');
      expect((await own.send('POST', '/api/v1/sessions/refresh', {})).status).toBe(200);
      expect((await own.send('DELETE', '/api/v1/sessions/current')).status).toBe(204);
    }
  });

  it('reading by cookie is nothing that a foreign page could see; it changes nothing', async () => {
    const { status } = await browser.on({}).send('GET', '/api/v1/me');
    expect(status).toBe(200);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'CSRF: a body that a form could send is not taken: %s',
    async (type) => {
      const body = JSON.stringify({ loginName: 'dxl-clerk1', password: 'yikou-demo' });
      const form = await browser.fetch('/api/v1/sessions', {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });
      expect([400, 415]).toContain(form.status);
      expect(form.headers.getSetCookie()).toEqual([]);
      for (const page of <Page[]>[{ origin: EVIL }, { 'sec-fetch-site': 'cross-site' }, {}]) {
        const sent = { method: 'POST', headers: { 'content-type': type }, body: '{}' };
        const refresh = await browser.on(page).fetch('/api/v1/sessions/refresh', sent);
        expect([400, 403, 415]).toContain(refresh.status);
        expect(refresh.headers.getSetCookie()).toEqual([]);
      }
    },
  );

  it('nobody is signed in as somebody else by a foreign page', async () => {
    for (const page of <Page[]>[{ 'sec-fetch-site': 'cross-site' }, { origin: EVIL }]) {
      const { status, body } = await new Browser(district.url, page).signIn<Problem>('dxl-clerk1');
      expect([status, body.code]).toEqual([403, 'request.foreign_origin']);
    }
  });

  it('session fixation: whatever token a browser brings along, signing in makes new ones', async () => {
    const attacker = await Client.signIn(district.url, 'jzj-clerk1', 'yikou-demo');
    const victim = new Browser(district.url);
    for (const planted of [attacker.token, 'planted-by-somebody']) {
      const cookie = `yikou_session=${planted}; yikou_refresh=${planted}`;
      const body = { loginName: 'dxl-clerk2', password: 'yikou-demo' };
      const headers = { cookie, authorization: `Bearer ${planted}` };
      const { status } = await victim.send('POST', '/api/v1/sessions', body, headers);
      expect(status).toBe(201);
      expect(victim.cookies.get('yikou_session')?.value).not.toBe(planted);
      expect(victim.cookies.get('yikou_refresh')?.value).not.toBe(planted);
    }
    expect(attacker.account.loginName).toBe('jzj-clerk1');
    const still = await attacker.get<Dto<'AccountDto'>>('/api/v1/me');
    expect(still.loginName).toBe('jzj-clerk1');
    expect((await victim.send<Dto<'AccountDto'>>('GET', '/api/v1/me')).body.loginName).toBe(
      'dxl-clerk2',
    );
  });
});
