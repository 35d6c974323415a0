import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, Person } from './support/desk.js';
import { House } from './support/house.js';
import { faultsOf } from './support/look.js';

const PRINTED_MS = 60_000;

describe('R32: specification books in a real browser', () => {
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
    const complaints = present.flatMap((person) => person.complaints);
    await Promise.all(present.map((person) => person.leave()));
    present = [];
    expect(complaints).toEqual([]);
  });

  it('the district’s office freezes an edition, and its files come by themselves', async () => {
    const person = await Person.signIn(browser, house.url, 'erqi-supervisor');
    present.push(person);
    const { page } = person;
    await page.getByRole('link', { name: '标准化规范' }).click();
    await person.sees('还没有编定的规范');
    await person.click('编制新版');
    await person.sees(/新版为第\d{4}-1版，收录 \d+ 项/);
    await person.click('编定第\\d{4}-1版');
    const row = page.getByRole('row').filter({ hasText: '镇（街道）分册' });
    await row.waitFor();
    for (const format of ['PDF', 'DOCX', 'XLSX']) {
      await row.getByRole('link', { name: `下载 ${format}` }).waitFor({ timeout: PRINTED_MS });
    }
    const coming = page.waitForEvent('download');
    await row.getByRole('link', { name: '下载 XLSX' }).click();
    expect((await coming).suggestedFilename()).toMatch(
      /^政务服务事项标准化规范（镇（街道）分册）第\d{4}-1版\.xlsx$/,
    );

    await person.click('编制新版');
    await person.sees('与上一版没有差别');
    expect(await page.getByRole('button', { name: /^编定第/ }).isDisabled()).toBe(true);
    await page.getByText('社区（村）分册').last().click();
    await person.sees(/新版为第\d{4}-1版/);
    await person.click('取消');

    await page.getByRole('link', { name: /第\d{4}-1版/ }).click();
    await person.sees('这是本分册的第一版');
    await person.sees('内容校验码');
    expect(await faultsOf(page, 'a book')).toEqual([]);
  });

  it('everybody reads and downloads it; nobody else is offered to compile', async () => {
    const visitor = await Person.visit(browser);
    present.push(visitor);
    await visitor.page.goto(`${house.url}/books`);
    await visitor.sees(/第\d{4}-1版/);
    expect(await visitor.page.getByRole('button', { name: '编制新版' }).count()).toBe(0);
    expect(await faultsOf(visitor.page, '/books')).toEqual([]);
  });

  /** All elements of an item that is in force, as the api gives them. */
  const standardOf = async (page: Page): Promise<object> => {
    const read = async <T>(path: string) =>
      (await (await page.request.get(`${house.url}/api/v1/${path}`)).json()) as T;
    const { items } = await read<{ items: { id: string }[] }>('items/EQ-T-05-001/versions');
    const { standard } = await read<{ standard: object }>(`item-versions/${items[0]?.id}`);
    return standard;
  };

  it('R30: a book is tried, refused with its faults, mended and taken into drafts', async () => {
    const compiler = await Person.signIn(browser, house.url, 'erqi-supervisor');
    present.push(compiler);
    const { page } = compiler;
    await page.goto(`${house.url}/catalog/drafts`);
    await compiler.sees('没有等待您处理的版本');
    await compiler.click('导入规范');
    const drawer = page.getByRole('dialog');
    const standard = await standardOf(page);
    const hand = async (code: string) => {
      const item = { ...standard, code, name: '导入的事项' };
      const buffer = Buffer.from(JSON.stringify([item]));
      const file = { name: 'book.json', mimeType: 'application/json', buffer };
      await drawer.locator('input[type=file]').setInputFiles(file);
      await drawer.getByRole('button', { name: '试导入' }).click();
    };
    await hand('no code');
    await compiler.sees('有误的单元格（共 1 处）');
    const faults = await faultsOf(page, 'a book with faults');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      drawer.getByRole('button', { name: '下载标出错误的文件' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('book-退回改正.xlsx');
    await hand('EQ-T-99-001');
    await compiler.sees('可以导入（试导入，没有改动）');
    await drawer.getByRole('button', { name: '正式导入' }).click();
    await compiler.sees('已全部导入为草稿');
    await compiler.closes(drawer);
    await page.getByRole('row').filter({ hasText: '导入的事项' }).press('Enter');
    await page.waitForURL(/\/catalog\/drafts\/[0-9a-f-]{36}/);
    await page.getByRole('heading', { name: '导入的事项' }).waitFor();
    expect(faults).toEqual([]);
  });
});
