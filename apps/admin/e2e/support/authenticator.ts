import { Secret, TOTP } from 'otpauth';
import type { Person } from './desk.js';

const STEP_MS = 30_000;

/** A person's telephone: gives each code once, and the next one where this one has been used. */
export class Authenticator {
  private readonly factor: TOTP;
  private lastStep = 0;

  constructor(secret: string) {
    this.factor = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(/\s/g, '')) });
  }

  code(): string {
    const step = Math.max(Math.floor(Date.now() / STEP_MS), this.lastStep + 1);
    // The server takes the next code as well: clocks of telephones are seldom right.
    if (step * STEP_MS > Date.now() + STEP_MS) throw new Error('both codes have been used');
    this.lastStep = step;
    return this.factor.generate({ timestamp: step * STEP_MS });
  }
}

export interface SetUp {
  authenticator: Authenticator;
  recoveryCodes: string[];
}

/** Called at each page of the way. */
type Look = (name: string) => Promise<void>;

/** On the page for it: secret, first code, recovery codes; up to the tick that they are kept. */
export async function setUpSecondFactor(
  person: Person,
  look: Look = async () => undefined,
): Promise<SetUp> {
  const { page } = person;
  await person.sees('请先启用动态验证码');
  await look('the way to a second factor');
  await person.click('开始设置');
  const authenticator = new Authenticator(
    await page.getByLabel('密钥', { exact: true }).innerText(),
  );
  await look('the secret');
  await page.getByLabel('输入验证器显示的').fill(authenticator.code());
  await person.click('确认启用');
  await person.sees('恢复码只显示这一次');
  await look('the recovery codes');
  return {
    authenticator,
    recoveryCodes: await page.getByRole('list').locator('code').allInnerTexts(),
  };
}

/** One of the three administrators for the first time, up to their first page. */
export async function enterAdministrator(
  person: Person,
  url: string,
  loginName: string,
  look?: Look,
): Promise<SetUp> {
  await person.giveName(url, loginName);
  const setUp = await setUpSecondFactor(person, look);
  await person.page.getByLabel('我已妥善保存').check();
  await person.click('完成');
  await person.page.waitForURL(/\/(accounts|audit|items)/);
  return setUp;
}
