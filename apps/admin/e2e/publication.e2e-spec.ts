import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { choose } from './support/choose.js';
import { openBrowser, Person } from './support/desk.js';
import { House } from './support/house.js';
import { faultsOf } from './support/look.js';

const ALLOWANCE = 'EQ-T-05-001';

describe('R36, R37: what is published, in a real browser', () => {
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

  const keep = (person: Person): Person => {
    present.push(person);
    return person;
  };
  /** On both screens without barriers; kept where somebody wants to look at it. */
  const looks = async ({ page }: Person, name: string): Promise<void> => {
    expect(await faultsOf(page, name)).toEqual([]);
    const folder = process.env.YIKOU_SCREENSHOTS;
    if (!folder) return;
    for (const [width, height] of [
      [390, 844],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: width === 390 });
    }
  };

  it('somebody with a phone and no script finds an item, reads its guide and calls the centre', async () => {
    const visitor = keep(await Person.visit(browser));
    const { page } = visitor;
    await page.goto(`${house.url}/guide`);
    await looks(visitor, 'guide-home');
    await page.getByRole('searchbox', { name: '搜索事项' }).fill('zuidishenghuo');
    await page.getByRole('button', { name: '搜索' }).click();
    await looks(visitor, 'guide-search');
    await page.getByRole('link', { name: '最低生活保障金给付' }).first().click();
    await page.getByRole('heading', { level: 1, name: '最低生活保障金给付' }).waitFor();
    await looks(visitor, 'guide-item');
    expect(
      await page
        .getByRole('link', { name: /^0371-/ })
        .first()
        .getAttribute('href'),
    ).toMatch(/^tel:0371\d+$/);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Materials' }).waitFor();
    await page.goto(`${house.url}/guide/search?q=qqqqq`);
    await visitor.sees('没有找到符合条件的事项');
    await looks(visitor, 'guide-nothing');
  });

  it('a page that is not there says so in words', async () => {
    const visitor = keep(await Person.visit(browser));
    await visitor.page.goto(`${house.url}/guide/items/NO-SUCH`);
    await visitor.sees('没有这个事项');
    await visitor.wasRefused(404);
    await looks(visitor, 'guide-unknown');
  });

  it('a centre sees what is missing, records what it has posted, and what is left', async () => {
    const admin = keep(await Person.signIn(browser, house.url, 'dxl-admin'));
    const { page } = admin;
    await page.getByRole('link', { name: '公示登记' }).click();
    await page.getByRole('heading', { level: 1, name: '公示登记' }).waitFor();
    await admin.sees(ALLOWANCE);
    await page.getByRole('button', { name: '查看宣传栏未公示的 45 项' }).click();
    await page.waitForURL(/channel=BOARD&state=MISSING/);
    await page.getByRole('checkbox', { name: new RegExp(ALLOWANCE) }).check();
    await admin.click('登记公示（1 项）');
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('宣传栏').isChecked()).toBe(true);
    await dialog.getByLabel('微信').check();
    await looks(admin, 'publication-dialog');
    await admin.confirm('登记公示', { 公示位置: '一楼大厅公示栏' });
    await admin.sees('已登记 2 条公示');
    await page.getByText(ALLOWANCE).first().waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '查看宣传栏未公示的 44 项' }).waitFor();
    await page.goto(`${house.url}/publications?channel=BOARD&state=CURRENT`);
    await admin.sees(ALLOWANCE);
    await looks(admin, 'publication-posted');
    await page.goto(`${house.url}/publications`);
    await admin.sees(ALLOWANCE);
    await looks(admin, 'publication');
  });

  it('R76: a centre publishes what it promises, and everybody reads it at once', async () => {
    const admin = keep(await Person.signIn(browser, house.url, 'dxl-admin'));
    const { page } = admin;
    await page.goto(`${house.url}/publications`);
    await page.getByRole('link', { name: '服务承诺' }).click();
    await admin.sees('首问负责');
    await admin.click('发布新版');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '删除承诺 5' }).click();
    await dialog.getByRole('button', { name: '增加一条' }).click();
    await dialog.getByLabel('标题').last().fill('上门办理');
    await dialog.getByLabel('内容').last().fill('行动不便的群众，预约后上门办理。');
    await looks(admin, 'promises-dialog');
    await admin.confirm('发布新版');
    await admin.sees('服务承诺第 2 版已发布');
    await admin.sees('已被替换');
    await looks(admin, 'promises');
    const visitor = keep(await Person.visit(browser));
    await visitor.page.goto(`${house.url}/guide`);
    await visitor.page.getByRole('link', { name: '大学路街道便民服务中心' }).click();
    await visitor.sees('行动不便的群众，预约后上门办理。');
    await looks(visitor, 'guide-centre');
    await visitor.page.getByRole('link', { name: '查看全部45项' }).click();
    await visitor.page.getByRole('heading', { name: '查找结果' }).waitFor();
  });

  it('the district sees every centre, an inspector records nothing', async () => {
    const inspector = keep(await Person.signIn(browser, house.url, 'erqi-inspector'));
    const { page } = inspector;
    await page.goto(`${house.url}/publications`);
    await inspector.sees(/EQ-C-/);
    await page.goto(`${house.url}/publications?channel=BOARD`);
    await inspector.sees('未公示');
    expect(await page.getByRole('button', { name: /登记公示/ }).count()).toBe(0);
    await choose(page.locator('main, body').first(), '公示状态', '已过期');
    await inspector.sees('没有符合条件的事项');
  });
});
