import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
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
    const more = await look(handler, { '/worklist': number });
    expect([...atDesk, ...faults, ...more]).toEqual([]);
  });

  it('speaks Chinese, English and Chinese again', async () => {
    const { page } = await enter();
    await page.goto(`${house.url}/progress`);
    const heading = (name: string) => page.getByRole('heading', { name }).waitFor();
    await heading('办理进度查询');
    await page.getByRole('button', { name: 'English' }).click();
    await heading('Check progress');
    await page.reload();
    await heading('Check progress');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: '中文' }).click();
    await heading('办理进度查询');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });

  it('case.stale: who comes second is told so and sees what can be done now', async () => {
    const first = await enter('dxl-clerk1');
    const number = await takeRequest(first, house.url, 'lsjz', '临时救助（小额，街道审批）');
    const second = await enter('dxl-clerk2');
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
