import { createHash } from 'node:crypto';
import type { MovableClock } from '@yikou/platform';
import { Secret, TOTP } from 'otpauth';
import type { DataSource } from 'typeorm';
import { Client, type Dto, type SignInOptions } from './client.js';

export const DEMO_PASSWORD = 'yikou-demo';

interface Place {
  url: string;
  clock: MovableClock;
  sql: DataSource;
}

/** The people of the demo district with what they carry: a password, and an authenticator if they have to. */
export class People {
  private readonly clients = new Map<string, Promise<Client>>();
  private readonly authenticators = new Map<string, TOTP>();

  constructor(private readonly place: Place) {}

  async as(loginName: string): Promise<Client> {
    const known = this.clients.get(loginName) ?? this.introduce(loginName);
    this.clients.set(loginName, known);
    const client = await known;
    await client.renewIfDue();
    return client;
  }

  async expired(loginName: string): Promise<Client> {
    // An administrator's authenticator has to be there before.
    await this.as(loginName);
    const { url, clock, sql } = this.place;
    const client = await Client.signIn(url, loginName, DEMO_PASSWORD, await this.code(loginName));
    await sql.query('UPDATE sessions SET token_expires_at = $2 WHERE token_hash = $1', [
      createHash('sha256').update(client.token).digest('hex'),
      new Date(clock.now().getTime() - 1000),
    ]);
    return client;
  }

  codeOf(loginName: string): string {
    const authenticator = this.authenticators.get(loginName);
    if (!authenticator) throw new Error(`${loginName} has no authenticator`);
    return authenticator.generate({ timestamp: this.place.clock.now().getTime() });
  }

  private async introduce(loginName: string): Promise<Client> {
    const { url, clock } = this.place;
    const client = await Client.signIn(url, loginName, DEMO_PASSWORD);
    if (client.account.secondFactor === 'NEEDED') await this.enrol(client);
    client.renewal = {
      isDue: ({ expiresAt }) => expiresAt <= clock.now(),
      signIn: async () => {
        const code = await this.code(loginName);
        return Client.session(url, { loginName, password: DEMO_PASSWORD, ...code });
      },
    };
    return client;
  }

  private async enrol(client: Client): Promise<void> {
    const { loginName } = client.account;
    const begun = await client.do<Dto<'SecondFactorSetupDto'>>('/api/v1/me/second-factor', {});
    this.authenticators.set(loginName, new TOTP({ secret: Secret.fromBase32(begun.secret) }));
    await client.do('/api/v1/me/second-factor/confirm', { code: this.codeOf(loginName) });
    await client.lookAgain();
  }

  /** The clock of a test stands still or goes back, and a code would be one that was used already. */
  private async code(loginName: string): Promise<SignInOptions> {
    if (!this.authenticators.has(loginName)) return {};
    await this.place.sql.query(
      `UPDATE account_secrets k SET second_factor_last_step = NULL
       FROM accounts a WHERE a.id = k.account_id AND a.login_name = $1`,
      [loginName],
    );
    return { code: this.codeOf(loginName) };
  }
}
