import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { enterAdministrator } from './support/authenticator.js';
import { find, pickDay } from './support/choose.js';
import { openBrowser, Person } from './support/desk.js';
import { House } from './support/house.js';
import { openCase, takeRequest } from './support/visit.js';

const IDENTITY = '11010519491231002X';
const REASON = '核对申请人证件原件';

describe('who looks at personal data, and what is left of it', () => {
  let house: House;
  let browser: Browser;
  let present: Person[] = [];
  let number: string;

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

  const enter = async (loginName: string): Promise<Person> => {
    const person = await Person.signIn(browser, house.url, loginName);
    present.push(person);
    return person;
  };

  it('a clerk sees an applicant in full for a reason and a minute', async () => {
    const clerk = await enter('dxl-clerk1');
    const { page } = clerk;
    number = await takeRequest(clerk, house.url, 'lsjz', '临时救助（小额，街道审批）');
    await page.clock.install();
    await openCase(clerk, house.url, number);
    const inFull = page.getByText(IDENTITY);
    const look = async () => {
      await page.getByRole('button', { name: '查看完整信息' }).click();
      await clerk.click(REASON);
      await clerk.confirm('查看');
      await inFull.waitFor();
    };

    await page.getByRole('button', { name: '查看完整信息' }).click();
    await page.getByRole('dialog').getByLabel('查看理由').fill('查');
    await clerk.click('查看');
    await clerk.sees('太短');
    await clerk.wasRefused(400);
    await clerk.closes(page.getByRole('dialog'));

    await look();
    expect(await page.getByRole('timer').innerText()).toMatch(/\d+ 秒后自动隐藏/);
    await page.clock.fastForward(61_000);
    await inFull.waitFor({ state: 'hidden' });
    await look();
    await page.getByRole('link', { name: '待办任务' }).click();
    await page.getByRole('heading', { name: '待办任务' }).waitFor();
    await page.goBack();
    await clerk.sees('1101**********002X');
    expect(await inFull.count()).toBe(0);
  });

  it('who does not work on cases is offered nothing of it', async () => {
    const supervisor = await enter('erqi-supervisor');
    await openCase(supervisor, house.url, number);
    await supervisor.sees('个人信息已脱敏显示');
    expect(await supervisor.page.getByRole('button', { name: '查看完整信息' }).count()).toBe(0);
    await supervisor.page.goto(`${house.url}/cases`);
    await supervisor.sees(number);
    expect(await supervisor.page.getByRole('tab').count()).toBe(0);
  });

  it('a case is found by a whole number, which stands in no address', async () => {
    const clerk = await enter('dxl-clerk1');
    const { page } = clerk;
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await page.goto(`${house.url}/cases`);
    await page.getByRole('tab', { name: '按证件号' }).click();
    const field = page.getByLabel('身份证号码或统一社会信用代码');
    await field.fill(IDENTITY.slice(0, 6));
    await page.getByRole('button', { name: '查找', exact: true }).click();
    await clerk.sees('身份证号码应为18位');
    await clerk.wasRefused(400);
    await field.fill(IDENTITY);
    await field.press('Enter');
    await clerk.sees(number);
    await page.getByText('联系电话').click();
    await page.getByLabel('手机号码或带区号').fill('13800138000');
    await page.getByRole('button', { name: '查找', exact: true }).click();
    await page.getByText(number).click();
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
    expect([...addresses, page.url()].filter((one) => /1101051949|13800138/.test(one))).toEqual([]);
  });

  it('the auditor finds who looked, verifies the chains and takes the entries away', async () => {
    const auditor = await Person.visit(browser);
    present.push(auditor);
    const { page } = auditor;
    await enterAdministrator(auditor, house.url, 'erqi-auditor');
    await find(page.getByRole('search'), '操作', '查看申请人完整信息');
    const others = page.getByRole('row').filter({ hasText: '收件登记' });
    await others.first().waitFor({ state: 'hidden' });
    await page.getByRole('row').filter({ hasText: REASON }).nth(1).waitFor();
    await page.getByRole('row').filter({ hasText: REASON }).first().press('Enter');
    await page.getByRole('dialog').getByText('变化内容').waitFor();
    await auditor.click('只看此人');
    await auditor.sees(/^人员：/);

    await page.getByRole('tab', { name: '审计链' }).click();
    await auditor.sees('系统链');
    await page.getByRole('button', { name: '校验', exact: true }).click();
    await auditor.sees(/\d+ 条审计链、[\d,]+ 条记录全部完好/);

    await page.getByRole('button', { name: '导出', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '导出审计记录' });
    await pickDay(dialog, '开始日期', '2020-01-01');
    await pickDay(dialog, '结束日期', '2099-12-31');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: '导出' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('审计记录_2020-01-01_2099-12-31.csv');
    const text = await readFile(await file.path(), 'utf8');
    expect(text).toContain('applicant.unmask');
    expect(text).not.toContain(IDENTITY);
  });
});
