import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Problem } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('S7: tokens that somebody made up', () => {
  let district: District;
  let clerk: Client;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await Client.signIn(district.url, 'dxl-clerk1', 'yikou-demo');
  });
  afterAll(() => district.close());

  const forged = (): [string, string][] => {
    const claims = part({ sub: clerk.account.id, roles: ['SECURITY_ADMINISTRATOR'], exp: 4e9 });
    const none = part({ alg: 'none', typ: 'JWT' });
    const hs256 = part({ alg: 'HS256', typ: 'JWT' });
    const sign = (key: string) =>
      createHmac('sha256', key).update(`${hs256}.${claims}`).digest('base64url');
    return [
      ['alg=none', `${none}.${claims}.`],
      ['alg=none in capitals', `${part({ alg: 'NONE' })}.${claims}.`],
      ['signed with nothing', `${hs256}.${claims}.${sign('')}`],
      ['signed with a guess', `${hs256}.${claims}.${sign('secret')}`],
      ['garbage', 'x'.repeat(43)],
      ['not even that', '…'.replace('…', '%00')],
      ['a hash out of the table', 'a'.repeat(64)],
      ['half of a real one', clerk.token.slice(0, 20)],
      ['a real one with a tail', `${clerk.token}x`],
      ['a real one in another spelling', clerk.token.toUpperCase()],
      ['an account', clerk.account.id],
      ['SQL', "' OR '1'='1"],
    ];
  };

  it('none of them opens anything, as a bearer or as a cookie', async () => {
    const opened: string[] = [];
    for (const [what, token] of forged()) {
      for (const headers of <Record<string, string>[]>[
        { authorization: `Bearer ${token}` },
        { cookie: `yikou_session=${encodeURIComponent(token)}` },
      ]) {
        const answer = await fetch(`${district.url}/api/v1/me`, { headers });
        const { code } = (await answer.json()) as Problem;
        if (answer.status !== 401 || code !== 'identity.sign_in_required') opened.push(what);
      }
    }
    expect(opened).toEqual([]);
  });

  it('other schemes are none: a password in the header signs nobody in', async () => {
    const basic = Buffer.from('dxl-clerk1:yikou-demo').toString('base64');
    for (const authorization of [`Basic ${basic}`, clerk.token, 'Bearer', 'Bearer ']) {
      const answer = await fetch(`${district.url}/api/v1/me`, { headers: { authorization } });
      expect([authorization.slice(0, 6), answer.status]).toEqual([authorization.slice(0, 6), 401]);
    }
  });

  it('a token in the address opens nothing', async () => {
    const answer = await fetch(`${district.url}/api/v1/me?access_token=${clerk.token}`);
    expect(answer.status).toBe(401);
  });
});
