import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient, type ProblemError } from '@yikou/api-client';
import { Browser } from '../support/browser.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';

describe('the client of the pages renews a session by itself', () => {
  let district: District;
  let browser: Browser;
  let sent: string[];

  beforeAll(async () => {
    district = await openDistrict();
  });
  beforeEach(() => {
    browser = new Browser(district.url);
    sent = [];
  });
  afterEach(() => district.clock.moveTo(USUAL_MORNING));
  afterAll(() => district.close());

  /**
   * A tab: its requests go through the one cookie jar of its browser.
   *
   * @param together how many answers wait for one another, so that they come at the same moment
   */
  const tab = (together = 1) => {
    const held: (() => void)[] = [];
    const meet = async () => {
      const all = new Promise<void>((resolve) => held.push(resolve));
      if (held.length >= together) for (const release of held) release();
      await all;
    };
    return createClient(district.url, async (request) => {
      const { pathname } = new URL(request.url);
      const headers: Record<string, string> = {};
      request.headers.forEach((value, name) => (headers[name] = value));
      const body = request.method === 'GET' ? undefined : await request.text();
      const answer = await browser.fetch(pathname, {
        method: request.method,
        headers,
        ...(body ? { body } : {}),
      });
      sent.push(`${request.method} ${pathname} ${answer.status}`);
      if (request.method === 'GET') await meet();
      return answer;
    });
  };
  const refreshes = () => sent.filter((line) => line.includes('/refresh'));

  it('asks for new tokens once for all requests that came back, and repeats them', async () => {
    await browser.signIn('dxl-clerk1');
    district.clock.moveBy(20 * 60_000);
    const api = tab(3);
    const answers = await Promise.all([
      api.GET('/api/v1/me'),
      api.GET('/api/v1/cases'),
      api.GET('/api/v1/sessions'),
    ]);
    expect(answers.map(({ response }) => response.status)).toEqual([200, 200, 200]);
    expect(refreshes()).toEqual(['POST /api/v1/sessions/refresh 200']);
  });

  it('repeats a changing request with its body and its Idempotency-Key', async () => {
    const api = tab();
    await api.POST('/api/v1/sessions', {
      body: { loginName: 'dxl-clerk1', password: 'yikou-demo' },
    });
    district.clock.moveBy(20 * 60_000);
    const { data } = await api.POST('/api/v1/cases', {
      body: {
        itemCode: 'EQ-T-05-001',
        applicant: {
          kind: 'PERSON',
          name: '赵明远',
          identityNumber: '11010519491231002X',
          telephone: '13800138000',
        },
        receivedMaterials: [],
      },
    });
    expect(data?.state).toBe('REGISTERED');
    expect(sent.filter((line) => line.includes('/cases'))).toEqual([
      'POST /api/v1/cases 401',
      'POST /api/v1/cases 201',
    ]);
  });

  it('two tabs at the same moment: both go on, and the session lives', async () => {
    await browser.signIn('dxl-clerk1');
    district.clock.moveBy(20 * 60_000);
    const answers = await Promise.all([tab().GET('/api/v1/me'), tab().GET('/api/v1/me')]);
    expect(answers.map(({ response }) => response.status)).toEqual([200, 200]);
    expect(
      refreshes()
        .map((line) => line.slice(-3))
        .sort(),
    ).toEqual(['200', '401']);
    expect((await browser.send('GET', '/api/v1/me')).status).toBe(200);
  });

  it('tries once: when the session is over the refusal is told', async () => {
    await browser.signIn('dxl-clerk1');
    district.clock.moveBy(13 * 3_600_000);
    const refused = await tab()
      .GET('/api/v1/me')
      .catch((error: ProblemError) => error.code);
    expect(refused).toBe('identity.sign_in_required');
    expect(sent).toEqual(['GET /api/v1/me 401', 'POST /api/v1/sessions/refresh 401']);
  });

  it('a wrong password is no reason to renew anything', async () => {
    const refused = await tab()
      .POST('/api/v1/sessions', { body: { loginName: 'dxl-clerk1', password: 'nope' } })
      .catch((error: ProblemError) => error.code);
    expect(refused).toBe('identity.credentials_wrong');
    expect(sent).toEqual(['POST /api/v1/sessions 401']);
  });
});
