import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { setUpSecondFactor, type SetUp } from './support/authenticator.js';
import { choose, find, pickDay } from './support/choose.js';
import { openBrowser, Person } from './support/desk.js';
import { House } from './support/house.js';

const CENTRE = '大学路街道便民服务中心';
const OWN_PASSWORD = 'Erqi-Window-2026';

describe('accounts, roles and sign-ins in a real browser', () => {
  let house: House;
  let browser: Browser;
  let present: Person[] = [];
  let security: SetUp;

  beforeAll(async () => {
    [house, browser] = await Promise.all([House.open(), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
  });
  afterEach(async () => {
    const complaints = present.flatMap((person) => person.complaints);
    await Promise.all(present.map((person) => person.leave()));
    present = [];
    expect(complaints).toEqual([]);
  });

  const visit = async (): Promise<Person> => {
    const person = await Person.visit(browser);
    present.push(person);
    return person;
  };
  /** The security administrator on another screen, let in by one of the recovery codes. */
  const enterAgain = async (recoveryCode: number): Promise<Person> => {
    const person = await visit();
    await person.giveName(house.url, 'erqi-security');
    await person.wasRefused(401);
    await giveCode(person, security.recoveryCodes[recoveryCode] ?? '');
    await person.page.getByRole('heading', { name: '账号与角色' }).waitFor();
    return person;
  };
  const giveCode = async (person: Person, code: string) => {
    await person.page.getByLabel('动态验证码').fill(code);
    await person.click('登录');
  };

  it('an administrator sets up the second factor before anything else, and needs it from then on', async () => {
    const person = await visit();
    const { page } = person;
    await person.giveName(house.url, 'erqi-security');
    await person.sees('请先启用动态验证码');
    await page.goto(`${house.url}/accounts`);
    await person.sees('请先启用动态验证码');
    expect(await page.getByRole('link').count()).toBe(0);

    security = await setUpSecondFactor(person);
    expect(security.recoveryCodes).toHaveLength(10);
    expect(await page.getByRole('button', { name: '完成' }).isDisabled()).toBe(true);
    await page.getByLabel('我已妥善保存').check();
    await person.click('完成');
    await page.getByRole('heading', { name: '账号与角色' }).waitFor();
    expect(await page.getByText(security.recoveryCodes[0] ?? '').count()).toBe(0);

    const again = await visit();
    await again.giveName(house.url, 'erqi-security');
    await again.wasRefused(401);
    await giveCode(again, security.authenticator.code());
    await again.page.getByRole('heading', { name: '账号与角色' }).waitFor();
  });

  it('a recovery code stands in for the authenticator, once', async () => {
    const [code = ''] = security.recoveryCodes;
    await enterAgain(0);
    const second = await visit();
    await second.giveName(house.url, 'erqi-security');
    await second.wasRefused(401);
    await giveCode(second, code);
    await second.sees('动态验证码不正确或已用过');
    await second.wasRefused(401);
  });

  it('an account is made, given a role for a time, used, and loses the role at once', async () => {
    const admin = await enterAgain(1);
    await admin.click('新建账号');
    const drawer = admin.page.getByRole('dialog');
    await drawer.getByLabel('账号').fill('dxl-shen');
    await drawer.getByLabel('姓名').fill('沈雨桐');
    await find(drawer, '单位', CENTRE);
    await admin.click('建立账号');
    const password = await drawer.getByLabel('一次性密码').innerText();
    await admin.click('查看账号');
    await admin.sees('还没有授予过岗位');

    const dialog = admin.page.getByRole('dialog', { name: '授予岗位' });
    await admin.click('授予岗位');
    await choose(dialog, '岗位', '窗口工作人员');
    await pickDay(dialog, '结束日期', '2020-01-01');
    await dialog.getByRole('button', { name: '授予岗位' }).click();
    await dialog.getByText('结束时间应晚于').waitFor();
    await admin.wasRefused(400);
    await pickDay(dialog, '结束日期', '2099-12-31');
    await dialog.getByRole('button', { name: '授予岗位' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await admin.sees(/至 2099-12-31$/);

    await admin.click('授予岗位');
    await choose(dialog, '岗位', '审计员');
    await dialog.getByRole('button', { name: '授予岗位' }).click();
    await dialog.getByText('先收回冲突的岗位').waitFor();
    await admin.wasRefused(409);
    await admin.closes(dialog);

    const clerk = await visit();
    await clerk.giveName(house.url, 'dxl-shen', password);
    await clerk.sees('请先修改密码');
    await clerk.page.getByLabel('当前密码').fill(password);
    await changeTo(clerk, 'dxl-shen');
    for (const fault of ['密码应含大写字母', '密码不能包含账号名']) await clerk.sees(fault);
    await clerk.wasRefused(400);
    await changeTo(clerk, OWN_PASSWORD);
    await clerk.page.waitForURL(/\/desk/);

    await admin.page.getByRole('button', { name: '收回' }).click();
    await admin.confirm('收回');
    await admin.sees('已收回');
    await clerk.page.getByRole('link', { name: '办件查询' }).click();
    await clerk.sees('您的岗位没有这项权限');
    await clerk.wasRefused(403);
    await clerk.page.getByRole('link', { name: '综合窗口' }).waitFor({ state: 'hidden' });
  });

  const changeTo = async (person: Person, password: string) => {
    await person.page.getByLabel('新密码', { exact: true }).fill(password);
    await person.page.getByLabel('再次输入新密码').fill(password);
    await person.click('修改密码');
  };

  it('identity.account_stale: who comes second is told so and sees the account as it is now', async () => {
    const [first, second] = [await enterAgain(2), await enterAgain(3)];
    for (const admin of [first, second]) {
      await admin.page.goto(`${house.url}/accounts?q=dxl-clerk4`);
      await admin.page.getByText('dxl-clerk4').click();
      await admin.click('修改');
    }
    await first.confirm('保存', { 姓名: '周先来' });
    await second.confirm('保存', { 姓名: '周后到' });
    await second.sees('账号刚刚已被他人修改');
    await second.page.getByRole('heading', { name: '周先来' }).waitFor();
    await second.wasRefused(409);
  });

  it('somebody signs another device of theirs out', async () => {
    const [here, there] = [await visit(), await visit()];
    for (const person of [here, there]) {
      await person.giveName(house.url, 'dxl-guide');
      await person.page.waitForURL(/\/reception/);
    }
    await here.page.goto(`${house.url}/me`);
    const rows = here.page.getByRole('row').filter({ hasText: 'Chrome 139 · Windows' });
    await rows.nth(1).waitFor();
    expect(await rows.filter({ hasText: '本次登录' }).getByRole('button').count()).toBe(0);
    await rows.getByRole('button', { name: '退出此设备' }).click();
    await here.confirm('退出此设备');
    await rows.nth(1).waitFor({ state: 'hidden' });

    await there.page.getByRole('link', { name: '时限看板' }).click();
    await there.page.getByRole('heading', { name: '工作人员登录' }).waitFor();
    expect(new URL(there.page.url()).searchParams.get('from')).toBe('/overdue');
    there.complaints.splice(0);
    await there.giveName(house.url, 'dxl-guide');
    await there.page.waitForURL(/\/reception/);
  });
});
