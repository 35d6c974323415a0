import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { enterAdministrator } from './support/authenticator.js';
import { find } from './support/choose.js';
import { openBrowser, Person } from './support/desk.js';
import { House } from './support/house.js';
import { faultsOf } from './support/look.js';
import { openCase, takeRequest } from './support/visit.js';

describe('every page on a wide and on a narrow screen', () => {
  let house: House;
  let browser: Browser;
  let present: Person[] = [];

  beforeAll(async () => {
    [house, browser] = await Promise.all([House.open(), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
  });
  afterEach(async () => {
    await Promise.all(present.map((person) => person.leave()));
    present = [];
  });

  const enter = async (loginName?: string): Promise<Person> => {
    const person = await (loginName
      ? Person.signIn(browser, house.url, loginName)
      : Person.visit(browser));
    present.push(person);
    return person;
  };
  /** Opens each page, waits for the words that stand on it once it is loaded, and looks at it. */
  const look = async (person: Person, pages: Record<string, string | RegExp>) => {
    const faults: string[] = [];
    for (const [path, words] of Object.entries(pages)) {
      await person.page.goto(`${house.url}${path}`);
      await person.sees(words);
      faults.push(...(await faultsOf(person.page, path)));
    }
    return [...faults, ...person.complaints];
  };
  const firstItem = async (): Promise<{ code: string; name: string }> => {
    const answer = await fetch(`${house.url}/api/v1/items`);
    const { items } = (await answer.json()) as { items: [{ code: string; name: string }] };
    return items[0];
  };

  it('fits, has no errors and no barriers for the public', async () => {
    const visitor = await enter();
    const { code, name } = await firstItem();
    const faults = await look(visitor, {
      '/sign-in': '工作人员登录',
      '/sign-in?error=identity.oidc_unknown': '尚未关联本系统账号',
      '/items': name,
      [`/items/${code}`]: name,
      '/progress': '证件号码后四位',
      '/no-such-page': '没有这个页面',
    });
    expect(faults).toEqual([]);
  });

  it('fits, has no errors and no barriers for staff', async () => {
    const clerk = await enter('dxl-clerk1');
    const number = await takeRequest(clerk, house.url, 'lsjz', '临时救助（小额，街道审批）');
    const atDesk = await faultsOf(clerk.page, 'the desk with a case');
    await clerk.pressFor('F9', '受理');
    await clerk.pressFor('F9', '转办');
    await clerk.sees('待认领');
    await openCase(clerk, house.url, number);
    const faults = await look(clerk, {
      '/desk': '先在左侧选定事项',
      '/cases': number,
      [new URL(clerk.page.url()).pathname]: '可办理的操作',
      '/overdue': number,
      '/items': (await firstItem()).name,
    });
    const handler = await enter('dxl-mz-handler');
    const more = await look(handler, {
      '/worklist': number,
      '/me': '退出其他全部设备',
      '/me/second-factor': '开始设置',
    });
    expect([...atDesk, ...faults, ...more]).toEqual([]);
  });

  it('fits and has no barriers where personal data is looked for and shown', async () => {
    const clerk = await enter('dxl-clerk1');
    const { page } = clerk;
    const number = await takeRequest(clerk, house.url, 'lsjz', '临时救助（小额，街道审批）');
    await openCase(clerk, house.url, number);
    await clerk.click('查看完整信息');
    const faults = await faultsOf(page, 'the reason for looking');
    await clerk.click('核对申请人证件原件');
    await clerk.confirm('查看');
    await clerk.sees('秒后自动隐藏');
    faults.push(...(await faultsOf(page, 'an applicant in full')));
    await page.goto(`${house.url}/cases`);
    await page.getByRole('tab', { name: '按证件号' }).click();
    await page.getByLabel('身份证号码或').fill('11010519491231002X');
    await clerk.click('查找');
    await clerk.sees(number);
    faults.push(...(await faultsOf(page, 'cases by a number')));
    expect([...faults, ...clerk.complaints]).toEqual([]);
  });

  it('fits, has no errors and no barriers for the security administrator and a new colleague', async () => {
    const admin = await enter();
    const { page } = admin;
    const faults: string[] = [];
    const lookAt = async (name: string) => void faults.push(...(await faultsOf(page, name)));
    await enterAdministrator(admin, house.url, 'erqi-security', lookAt);
    faults.push(...(await look(admin, { '/accounts': 'dxl-admin', '/me': '本次登录' })));

    await page.goto(`${house.url}/accounts`);
    await admin.click('新建账号');
    await lookAt('a new account');
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('账号').fill('dxl-yu');
    await drawer.getByLabel('姓名').fill('余思源');
    await find(drawer, '单位', '大学路街道便民服务中心');
    await admin.click('建立账号');
    const password = await drawer.getByLabel('一次性密码').innerText();
    await lookAt('a one-time password');
    await admin.click('查看账号');
    await admin.sees('还没有授予过岗位');
    await lookAt('an account');
    for (const words of ['授予岗位', '关联', '重置密码', '停用账号']) {
      await admin.click(words);
      await page.getByRole('dialog').waitFor();
      await lookAt(words);
      await admin.click('取消');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }

    const colleague = await enter();
    await colleague.giveName(house.url, 'dxl-yu', password);
    await colleague.sees('请先修改密码');
    faults.push(...(await faultsOf(colleague.page, 'a password to be changed')));

    const again = await enter();
    await again.giveName(house.url, 'erqi-security');
    await again.sees('请输入动态验证码');
    await again.wasRefused(401);
    faults.push(...(await faultsOf(again.page, 'a code that is asked for')));
    const complaints = present.flatMap((person) => person.complaints);
    expect([...faults, ...complaints]).toEqual([]);
  });

  it('fits, has no errors and no barriers for the auditor', async () => {
    const auditor = await enter();
    const { page } = auditor;
    await enterAdministrator(auditor, house.url, 'erqi-auditor');
    const faults = await look(auditor, {
      '/audit': '启用动态验证码',
      '/audit?view=chains': '系统链',
    });
    await auditor.click('校验');
    await auditor.sees('全部完好');
    faults.push(...(await faultsOf(page, 'chains that are sound')));
    await auditor.click('导出');
    await page.getByRole('dialog').waitFor();
    faults.push(...(await faultsOf(page, 'an export')));
    await page.goto(`${house.url}/audit`);
    await page.getByRole('row').filter({ hasText: '启用动态验证码' }).first().click();
    await auditor.sees('变化内容');
    faults.push(...(await faultsOf(page, 'an entry')));
    expect([...faults, ...auditor.complaints]).toEqual([]);
  });

  it('speaks Chinese, English and Chinese again', async () => {
    const { page } = await enter();
    await page.goto(`${house.url}/items`);
    const heading = (name: string) => page.getByRole('heading', { name }).waitFor();
    await heading('事项指南');
    await page.getByRole('button', { name: 'English' }).click();
    await heading('Service guide');
    await page.reload();
    await heading('Service guide');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: '中文' }).click();
    await heading('事项指南');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });

  it('case.stale: who comes second is told so and sees what can be done now', async () => {
    const first = await enter('dxl-clerk1');
    const number = await takeRequest(first, house.url, 'lsjz', '临时救助（小额，街道审批）');
    const second = await enter('dxl-clerk2');
    // With its live stream the page would be up to date by itself.
    await second.page.route('**/api/v1/live**', (stream) => stream.abort());
    for (const person of [first, second]) {
      await openCase(person, house.url, number);
      await person.sees('可办理的操作');
    }
    await first.click('受理');
    await first.confirm('受理');
    await second.click('受理');
    await second.confirm('受理');
    await second.sees('办件已被他人更新，已为您刷新到最新情况，请看清后再操作。');
    await second.sees('已受理');
    await second.page.getByRole('button', { name: /^转办/ }).waitFor();
    expect(await second.page.getByRole('button', { name: /^受理/ }).count()).toBe(0);
  });
});
