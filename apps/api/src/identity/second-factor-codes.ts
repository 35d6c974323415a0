import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** What every authenticator app takes (RFC 6238 with its defaults). */
const OPTIONS = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** RFC 4226 asks for 128 bits at least. */
const SECRET_BYTES = 20;
/** Steps before and after: the clocks of telephones are seldom right. */
const WINDOW = 1;

const RECOVERY_CODES = 10;
/** 80 bits: too many to try out, so a plain hash is enough. */
const RECOVERY_BYTES = 10;

export function newSecondFactorSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What an authenticator app reads out of a QR code. */
export function secondFactorUri(secret: string, label: string): string {
  const factor = new TOTP({
    ...OPTIONS,
    issuer: '一口受理',
    label,
    secret: Secret.fromBase32(secret),
  });
  return factor.toString();
}

/** @returns the step of the code, or undefined where it is not one of about now */
export function stepOfCode(code: string, secret: string, now: Date): number | undefined {
  const factor = new TOTP({ ...OPTIONS, secret: Secret.fromBase32(secret) });
  const timestamp = now.getTime();
  const delta = factor.validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? undefined : factor.counter({ timestamp }) + delta;
}

export function isRecoveryCode(code: string): boolean {
  return !/^\d{6}$/.test(code);
}

/** @returns codes such as `ABCD-EFGH-JKLM-NPQR`, to be shown once */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const { base32 } = new Secret({ buffer: new Uint8Array(randomBytes(RECOVERY_BYTES)).buffer });
    return base32.match(/.{4}/g)?.join('-') ?? base32;
  });
}

/** However it was typed; with the account, so that equal codes of two people do not look equal. */
export function hashOfRecoveryCode(accountId: string, code: string): string {
  const bare = code.toUpperCase().replaceAll(/[^A-Z2-7]/g, '');
  return createHash('sha256').update(`${accountId}:${bare}`).digest('hex');
}
