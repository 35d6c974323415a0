import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isOpenToAnyone, mayDo, permissionOf, ROLES, type Role } from '@yikou/domain';
import type { Client, Dto } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';
import { operations, type Operation } from './operations.js';
import { PEOPLE, PLACES, reaches, subjects, type Place, type Subject } from './places.js';
import { isAboutSubject, prepared, verdictOf, type Verdict } from './requests.js';

/** Refreshing asks for a token of its own kind, and a live stream never ends: each has its own test. */
const APART = ['refreshSession', 'listenLive'];
const ALL = operations().filter(({ id }) => !APART.includes(id));
/** These end the session they are called with, or open another: they are asked with one of their own. */
const ENDING = ['signOut'];

describe(`S1: ${ALL.length} endpoints × ${ROLES.length} roles × ${PLACES.length} places, as the matrix says`, () => {
  let district: District;
  let places: Record<Place, Subject>;

  beforeAll(async () => {
    district = await openDistrict();
    places = await subjects(district);
  });
  afterAll(() => district.close());

  async function ask(client: Client, operation: Operation, subject: Subject): Promise<Verdict> {
    const { address, init } = prepared(operation, subject);
    const { status, body } = await client.send(init.method ?? 'GET', address, init);
    return verdictOf(status, body);
  }

  function expected(roles: readonly Role[], operation: Operation, place: Place): Verdict {
    if (!mayDo(operation.action, { roles })) return 'NO_RIGHT';
    const seen = roles.some((role) => reaches(role, place));
    return isAboutSubject(operation) && !seen ? 'NOT_SEEN' : 'MAY';
  }

  /** What differs from the matrix, in words. */
  async function differences(
    client: Client,
    roles: readonly Role[],
    place: Place,
  ): Promise<string[]> {
    const found: string[] = [];
    for (const operation of ALL.filter(({ id }) => !ENDING.includes(id))) {
      const said = await ask(client, operation, places[place]);
      const wanted = expected(roles, operation, place);
      const name = `${operation.method} ${operation.path} (${operation.action})`;
      if (said !== wanted)
        found.push(`${roles.join('+')}, ${place}: ${name} ${said}, not ${wanted}`);
    }
    return found;
  }

  it('every endpoint declares an action of the matrix', () => {
    for (const { id, action } of ALL)
      expect([id, permissionOf(action)?.title]).toEqual([id, expect.any(String)]);
  });

  it.each(ROLES)('%s', async (role) => {
    const client = await district.as(PEOPLE[role]);
    for (const place of PLACES) expect(await differences(client, [role], place)).toEqual([]);
    for (const operation of ALL.filter(({ id }) => ENDING.includes(id))) {
      expect(await ask(await district.expired(PEOPLE[role]), operation, places['own unit'])).toBe(
        'NO_SESSION',
      );
    }
  });

  it.each(ROLES)('%s with a token that ran out: no session anywhere', async (role) => {
    const late = await district.expired(PEOPLE[role]);
    for (const operation of ALL) {
      const wanted = isOpenToAnyone(operation.action) ? 'MAY' : 'NO_SESSION';
      expect([operation.id, await ask(late, operation, places['own unit'])]).toEqual([
        operation.id,
        wanted,
      ]);
    }
  });

  it.each([
    ['no token', {}],
    ['a made-up token', { authorization: 'Bearer made-up' }],
    ['an unsigned JWT', { authorization: `Bearer ${unsigned({ sub: 'erqi-security' })}` }],
    ['another scheme', { authorization: 'Basic ZXJxaTplcnFp' }],
    ['a made-up cookie', { cookie: 'yikou_session=made-up', 'sec-fetch-site': 'same-origin' }],
  ])('%s: no session anywhere', async (_, headers: Record<string, string>) => {
    for (const operation of ALL) {
      const { address, init } = prepared(operation, places['own unit']);
      const sent = {
        ...init,
        headers: { ...(init.headers as Record<string, string>), ...headers },
      };
      const answer = await fetch(`${district.url}${address}`, { ...sent, redirect: 'manual' });
      const json = answer.headers.get('content-type')?.includes('json');
      const verdict = verdictOf(answer.status, json ? await answer.json() : null);
      const wanted = isOpenToAnyone(operation.action) ? 'MAY' : 'NO_SESSION';
      expect([operation.id, verdict]).toEqual([operation.id, wanted]);
    }
  });

  describe('after a right was taken away', () => {
    let security: Client;

    beforeAll(async () => {
      security = await district.as('erqi-security');
    });

    const accountOf = async (login: string) => {
      const [row]: { id: string }[] = await district.sql.query(
        'SELECT id FROM accounts WHERE login_name = $1',
        [login],
      );
      return security.get<Dto<'ManagedAccountDto'>>(`/api/v1/accounts/${row?.id}`);
    };

    const ROLES_THAT_MAY_GO = ROLES.filter((role) => role !== 'SECURITY_ADMINISTRATOR');

    it.each(ROLES_THAT_MAY_GO)(
      '%s revoked: nothing of it is left within five seconds',
      async (role) => {
        const client = await district.as(PEOPLE[role]);
        const account = await accountOf(PEOPLE[role]);
        const grant = account.grants.find((one) => one.role === role);
        const path = `/api/v1/accounts/${account.id}/grants/${grant?.id}`;
        const revoked = await security.send('DELETE', path);
        expect(revoked.status).toBeLessThan(300);
        const lost = ALL.filter(
          ({ action }) => mayDo(action, { roles: [role] }) && !mayDo(action, { roles: [] }),
        );
        const since = Date.now();
        for (const operation of lost.slice(0, 1)) {
          expect(await ask(client, operation, places['own unit'])).toBe('NO_RIGHT');
          expect(Date.now() - since).toBeLessThan(5000);
        }
        expect(await differences(client, [], 'own unit')).toEqual([]);
      },
    );

    it('narrowed from two roles to one: what only the lost one carried is gone', async () => {
      const client = await district.as('dxl-clerk3');
      const account = await accountOf('dxl-clerk3');
      const granted = await security.post(`/api/v1/accounts/${account.id}/grants`, {
        role: 'GUIDE',
      });
      expect(granted.status).toBeLessThan(300);
      expect(await differences(client, ['CLERK', 'GUIDE'], 'own unit')).toEqual([]);
      const clerk = account.grants.find(({ role }) => role === 'CLERK');
      await security.send('DELETE', `/api/v1/accounts/${account.id}/grants/${clerk?.id}`);
      expect(await differences(client, ['GUIDE'], 'own unit')).toEqual([]);
    });
  });
});

/** A token that claims everything and is signed by nobody. */
function unsigned(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
}
