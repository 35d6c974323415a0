import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { find } from './support/choose.js';
import { openBrowser, Person } from './support/desk.js';
import { House } from './support/house.js';
import { faultsOf } from './support/look.js';

const DATA = new URL('../../api/data/service-items.json', import.meta.url);
const STREET = '大学路街道';

interface FileItem {
  code: string;
  name: string;
  note: string;
  conditions: string[];
  level: string;
}

describe('R30, R34: lists of streets in a real browser', () => {
  let house: House;
  let browser: Browser;
  let items: FileItem[];
  let present: Person[] = [];

  beforeAll(async () => {
    [house, browser] = await Promise.all([House.open(), openBrowser()]);
    ({ items } = JSON.parse(await readFile(DATA, 'utf8')) as { items: FileItem[] });
    items.sort((a, b) => (a.code < b.code ? -1 : 1));
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
    await person.page.getByRole('link', { name: '清单梳理' }).click();
    await person.page.getByRole('heading', { name: '清单梳理' }).waitFor();
    return person;
  };
  const shot = async ({ page }: Person, name: string) => {
    const folder = process.env.YIKOU_SHOTS;
    if (!folder) return;
    for (const [width, height] of [
      [390, 844],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `${folder}/combing-${name}-${width}.png` });
    }
  };
  const looked = async (person: Person, name: string) => {
    await shot(person, name);
    expect(await faultsOf(person.page, name)).toEqual([]);
  };
  /** One row that nothing fits, one that lacks, and one condition of the street's own. */
  const list = (): FileItem[] => {
    const [first, second, ...rest] = items as [FileItem, FileItem, ...FileItem[]];
    return [
      { ...first, conditions: [...first.conditions, '本街道常住'] },
      ...rest,
      { ...second, code: 'DXL-1', name: '长者食堂就餐登记' },
    ];
  };
  const choose = (person: Person, content: unknown) =>
    person.page.locator('input[type=file]').setInputFiles({
      name: '大学路清单.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(content)),
    });

  it('tried, mended, imported, settled, and decided with the keyboard', async () => {
    const person = await enter('erqi-supervisor');
    const { page } = person;
    await person.sees('还没有可比对的清单');
    await looked(person, 'empty');

    await person.click('导入清单');
    const drawer = page.getByRole('dialog');
    await find(drawer, '镇（街道）、社区（村）', STREET);
    await choose(person, {
      items: list().map((item, i) => (i === 1 ? { ...item, level: '省' } : item)),
    });
    await person.click('正式导入');
    await person.sees('有误的单元格');
    await drawer.getByRole('link', { name: '下载退回清单' }).waitFor();
    await looked(person, 'problems');

    await choose(person, { items: list() });
    await person.click('试导入');
    await person.sees('试导入结果（没有改动清单）');
    await looked(person, 'dry-run');
    await person.click('正式导入');
    await person.sees(/^导入结果$/);
    await person.closes(drawer);

    await page.getByRole('tab', { name: '待认定事项' }).click();
    await person.sees('长者食堂就餐登记');
    await looked(person, 'unsettled');
    await person.click('非标准事项');
    await person.sees('没有待认定的事项');
    await page.getByRole('tab', { name: '清单导入' }).click();
    await person.sees('退回改正');
    await looked(person, 'imports');

    await page.getByRole('tab', { name: '一致性矩阵' }).click();
    const grid = page.getByRole('grid');
    await grid.waitFor();
    await looked(person, 'matrix');
    const firstCell = grid.getByRole('button').first();
    await firstCell.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await person.sees('镇街清单中没有这个事项。');
    await drawer.getByLabel('说明原因').check();
    await drawer.getByLabel('原因', { exact: true }).fill('暂不具备办理条件。');
    await drawer.getByRole('button', { name: '说明原因' }).click();
    await person.sees('暂不具备办理条件。');
    await person.closes(drawer);
    await grid.getByRole('button', { name: /已说明$/ }).waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await person.sees('受理条件“本街道常住”');
    await looked(person, 'cell');
    await drawer.getByLabel('修订标准').check();
    await drawer.getByLabel('受理条件').check();
    await looked(person, 'decide');
    await drawer.getByRole('button', { name: '修订标准' }).click();
    await person.sees('已处理：修订标准');
    await drawer.getByLabel('采用标准').check();
    await drawer.getByRole('button', { name: '采用标准' }).click();
    await person.sees('已处理：采用标准');
  });

  it('two look at one cell: the second is told what the first decided', async () => {
    const [first, second] = [await enter('erqi-supervisor'), await enter('erqi-supervisor')];
    for (const { page } of [first, second]) {
      await page.getByRole('button', { name: /^再显示/ }).click();
      await page.getByRole('button', { name: /长者食堂就餐登记：多出$/ }).click();
      await page.getByRole('dialog').getByLabel('说明原因').check();
      await page.getByRole('dialog').getByLabel('原因', { exact: true }).fill('本街道特色服务。');
    }
    await first.page.getByRole('dialog').getByRole('button', { name: '说明原因' }).click();
    await first.sees('已处理：说明原因');
    await second.page.getByRole('dialog').getByRole('button', { name: '说明原因' }).click();
    await second.sees(/已为您刷新：.*已作出“说明原因”/);
    await second.wasRefused(409);
  });

  it('who only reads sees the matrix and no decision', async () => {
    const person = await enter('erqi-inspector');
    await person.page.getByRole('grid').waitFor();
    expect(await person.page.getByRole('tab').count()).toBe(0);
    await person.page.getByRole('grid').getByRole('button').nth(1).click();
    await person.page.getByRole('dialog').getByText('已说明').waitFor();
    expect(await person.page.getByRole('dialog').getByRole('radio').count()).toBe(0);
  });
});
