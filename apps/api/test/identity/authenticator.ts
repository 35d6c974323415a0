import { Secret, TOTP } from 'otpauth';
import type { Client, Dto } from '../support/client.js';
import type { District } from '../support/district.js';

/** Somebody's authenticator with the recovery codes that came with it. */
export interface Authenticator {
  totp: TOTP;
  recoveryCodes: string[];
}

export function codeAt({ totp }: Authenticator, now: Date, steps = 0): string {
  return totp.generate({ timestamp: now.getTime() + steps * 30_000 });
}

/** Sets up a second factor as somebody does it on their own page; the code it takes is of the step before. */
export async function enrol(client: Client, now: Date): Promise<Authenticator> {
  const begun = await client.do<Dto<'SecondFactorSetupDto'>>('/api/v1/me/second-factor', {});
  const totp = new TOTP({ secret: Secret.fromBase32(begun.secret) });
  const authenticator = { totp, recoveryCodes: [] as string[] };
  const code = codeAt(authenticator, now, -1);
  const { recoveryCodes } = await client.do<Dto<'RecoveryCodesDto'>>(
    '/api/v1/me/second-factor/confirm',
    { code },
  );
  return { totp, recoveryCodes };
}

export async function enrolled(district: District, loginName: string): Promise<Authenticator> {
  return enrol(await district.as(loginName), district.clock.now());
}
