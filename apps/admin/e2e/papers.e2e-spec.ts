import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser, Person } from './support/desk.js';
import { House } from './support/house.js';
import { faultsOf } from './support/look.js';
import { openCase, takeRequest } from './support/visit.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('R85, R13: papers, originals and files at the case page', () => {
  let house: House;
  let browser: Browser;
  let clerk: Person;

  beforeAll(async () => {
    [house, browser] = await Promise.all([House.open(), openBrowser()]);
    clerk = await Person.signIn(browser, house.url, 'dxl-clerk1');
    const number = await takeRequest(clerk, house.url, 'lsjz', '临时救助（小额，街道审批）');
    await openCase(clerk, house.url, number);
    await clerk.page.getByRole('heading', { name: '文书' }).waitFor();
  });
  afterAll(async () => {
    expect(clerk.complaints).toEqual([]);
    await browser.close();
    await house.close();
  });

  it('a file handed in is looked at beside the checklist', async () => {
    const { page } = clerk;
    const input = page.locator('input[type=file]').first();
    await input.setInputFiles({ name: '户口簿.png', mimeType: 'image/png', buffer: PNG });
    await page.getByRole('button', { name: '查看 户口簿.png' }).click();
    const picture = page.getByRole('img', { name: '户口簿.png' });
    await picture.waitFor();
    expect(await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => true))).toBe(
      true,
    );
    await clerk.closes(picture);
  });

  it('a paper is issued, seen in the page, printed and verified by anybody', async () => {
    const { page } = clerk;
    await clerk.click('出具申请材料收件凭证');
    const frame = page.locator('iframe');
    await frame.waitFor();
    const address = (await frame.getAttribute('src')) ?? '';
    const answer = await page.request.get(house.url + address);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
    // A printer's dialog would stay open for ever.
    await frame.evaluate((node: HTMLIFrameElement) => {
      Object.defineProperty(node, 'contentWindow', { value: { print: () => undefined } });
    });
    await clerk.click('打印');
    await clerk.sees('已打印 1 次');
    await clerk.closes(frame);
    expect(await faultsOf(page, 'papers')).toEqual([]);
    const verification = await page.getByRole('link', { name: '核验页' }).getAttribute('href');
    const stranger = await Person.visit(browser);
    await stranger.page.goto(house.url + verification);
    await stranger.sees('经核验，这份文书有效');
    await stranger.sees('大学路便民收〔');
    expect(await faultsOf(stranger.page, 'verification')).toEqual([]);
    await stranger.leave();
  });

  it('originals are taken, handed over, and wait for the receiver', async () => {
    const { page } = clerk;
    await clerk.click('接收原件');
    await page.getByRole('dialog').getByRole('checkbox').first().check();
    await clerk.confirm('确认接收');
    await clerk.sees('在手');
    await clerk.sees('出具材料原件交接单');
    await clerk.click('移交原件');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('接收单位').click();
    await clerk.press('Enter');
    await clerk.confirm('移交', { 用途: '初审核验' });
    await clerk.sees('移交中');
    await clerk.sees('待对方签收');
    expect(await faultsOf(page, 'custody')).toEqual([]);
  });
});
