import { COMMON_PASSWORDS } from './common-passwords.js';
import { isAdministrator, type Actor } from './roles.js';

const SHORTEST = 8;
const SHORTEST_OF_ADMINISTRATORS = 12;
export const LONGEST_PASSWORD = 200;
/** So long that its kinds of characters no longer matter. */
const PASSPHRASE = 15;
const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];
const KINDS_WANTED = 3;
/** A shorter name is part of too many words to mean anything. */
const SHORTEST_NAME = 3;

/** A one-time password that nobody used is worth nothing after this many days. */
export const ONE_TIME_PASSWORD_DAYS = 7;

export interface PasswordFault {
  code: string;
  /** How to mend it, in Chinese. */
  detail: string;
}

const fault = (code: string, detail: string): PasswordFault => ({ code, detail });

/** What a new password is looked at with. */
export interface PasswordFacts extends Pick<Actor, 'roles'> {
  loginName: string;
  /** The password that is being replaced, where it is known. */
  last?: string | undefined;
}

/**
 * Why a password cannot be taken (等保 2.0 GB/T 22239 身份鉴别: 复杂度要求并定期更换; length rather than
 * riddles as in NIST SP 800-63B).
 *
 * @returns every fault at once, so that nobody mends them one by one; empty for a good password
 */
export function whyPasswordIsRefused(password: string, facts: PasswordFacts): PasswordFault[] {
  const length = [...password].length;
  const shortest = isAdministrator(facts) ? SHORTEST_OF_ADMINISTRATORS : SHORTEST;
  const faults: (PasswordFault | false)[] = [
    length < shortest && fault('password.too_short', `密码至少 ${shortest} 位。`),
    length > LONGEST_PASSWORD && fault('password.too_long', `密码最多 ${LONGEST_PASSWORD} 位。`),
    !isVaried(password, length) &&
      fault(
        'password.too_simple',
        `密码应含大写字母、小写字母、数字、符号中的至少三种，或长度不少于 ${PASSPHRASE} 位。`,
      ),
    containsName(password, facts.loginName) &&
      fault('password.contains_login_name', '密码不能包含账号名。'),
    isCommon(password) && fault('password.too_common', '这个密码太常见，容易被猜到，请换一个。'),
    password === facts.last && fault('password.same_as_last', '新密码不能与原密码相同。'),
  ];
  return faults.filter((one) => one !== false);
}

function isVaried(password: string, length: number): boolean {
  return length >= PASSPHRASE || KINDS.filter((kind) => kind.test(password)).length >= KINDS_WANTED;
}

function containsName(password: string, loginName: string): boolean {
  return (
    loginName.length >= SHORTEST_NAME && password.toLowerCase().includes(loginName.toLowerCase())
  );
}

/** Also with something usual put behind it, or one short text over and over. */
function isCommon(password: string): boolean {
  const plain = password.toLowerCase();
  const bare = plain.replace(/[\d!@#$%^&*.?_-]{1,4}$/u, '');
  return COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(bare) || /^(.{1,4})\1+$/su.test(plain);
}
