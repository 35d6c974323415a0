import { randomUUID } from 'node:crypto';
import { Client, type Dto } from '../support/client.js';
import type { District } from '../support/district.js';
import { enrol } from './authenticator.js';

/** Good enough for an administrator. */
export const PASSWORD = 'Birch-river-73';

type Role = Dto<'Role'>;

interface Newcomer {
  account: Dto<'ManagedAccountDto'>;
  loginName: string;
  /** Signed in, with an own password and, if they have to, a second factor. */
  client: Client;
}

/** The security administrator of the district at work. */
export class Office {
  private constructor(
    private readonly district: District,
    readonly security: Client,
  ) {}

  static async of(district: District): Promise<Office> {
    return new Office(district, await district.as('erqi-security'));
  }

  async accountOf(loginName: string): Promise<{ id: string; unitId: string }> {
    const [row]: { id: string; unitId: string }[] = await this.district.sql.query(
      'SELECT id, unit_id AS "unitId" FROM accounts WHERE login_name = $1',
      [loginName],
    );
    if (!row) throw new Error(`no ${loginName}`);
    return row;
  }

  person(over: Partial<Dto<'CreateAccountDto'>> & { unitId: string }): Dto<'CreateAccountDto'> {
    const loginName = `new-${randomUUID().slice(0, 8)}`;
    return { loginName, displayName: '新来的', ...over };
  }

  create(
    over: Partial<Dto<'CreateAccountDto'>> & { unitId: string },
  ): Promise<Dto<'NewAccountDto'>> {
    return this.security.do('/api/v1/accounts', this.person(over));
  }

  grant(
    id: string,
    role: Role,
    period: { validFrom?: string; validUntil?: string } = {},
  ): Promise<Dto<'ManagedAccountDto'>> {
    return this.security.do(`/api/v1/accounts/${id}/grants`, { role, ...period });
  }

  async change(id: string, what: Partial<Dto<'ChangeAccountDto'>>): Promise<void> {
    const { version } = await this.security.get<Dto<'ManagedAccountDto'>>(`/api/v1/accounts/${id}`);
    const answer = await this.security.send('PATCH', `/api/v1/accounts/${id}`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ version, ...what }),
    });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }

  /** Somebody with one role, at the centre of 大学路 or elsewhere, who has been through their first sign-in. */
  async newcomer(role: Role, at = 'dxl-clerk1'): Promise<Newcomer> {
    const { unitId } = await this.accountOf(at);
    const made = await this.create({ unitId });
    const account = await this.grant(made.account.id, role);
    const { loginName } = account;
    const { url, clock } = this.district;
    const client = await Client.signIn(url, loginName, made.oneTimePassword);
    const answer = await client.send('PUT', '/api/v1/me/password', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ currentPassword: made.oneTimePassword, newPassword: PASSWORD }),
    });
    if (answer.status !== 204) throw new Error(JSON.stringify(answer.body));
    await client.lookAgain();
    if (client.account.secondFactor === 'NEEDED') await enrol(client, clock.now());
    return { account, loginName, client };
  }

  /** A security administrator whose area is one street. */
  async inStreet(prefix: string): Promise<Client> {
    return (await this.newcomer('SECURITY_ADMINISTRATOR', `${prefix}-clerk1`)).client;
  }
}
