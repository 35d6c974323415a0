import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { choose, find, pickDay } from './support/choose.js';
import { openBrowser, Person } from './support/desk.js';
import { House } from './support/house.js';
import { faultsOf } from './support/look.js';

const CENTRE = '大学路街道便民服务中心';
const NEW_CENTRE = '新设街道便民服务中心';
const CODE = 'EQ-T-20-001';
const PICTURES = process.env.YIKOU_TEST_PICTURES;

describe('offerings, authorisations and copied models in a real browser', () => {
  let house: House;
  let browser: Browser;
  let present: Person[] = [];

  beforeAll(async () => {
    [house, browser] = await Promise.all([House.open(), openBrowser()]);
    await house.sql(
      `INSERT INTO units (id, code, kind, name, body, area_code)
       SELECT gen_random_uuid(), n.code, n.kind, n.name, n.body, a.code
       FROM (SELECT code FROM areas WHERE level = 'STREET' AND NOT pilot ORDER BY code LIMIT 1) a,
         (VALUES ('NEW-ZX', 'CENTRE', $1, NULL), ('NEW-MZ', 'SECTION', '新设街道民政', 'MZ')) AS n(code, kind, name, body)`,
      [NEW_CENTRE],
    );
    // The demo's own, which carry each other on.
    await house.sql('DELETE FROM authorisations WHERE item_code = $1', [CODE]);
    // The file of items names no dedicated network.
    await house.sql(
      `UPDATE item_versions SET content = content || '{"more":{"dedicatedNetwork":"民政业务专网"}}'
       WHERE item_code = $1`,
      [CODE],
    );
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

  const enter = async (login: string): Promise<Person> => {
    const person = await Person.signIn(browser, house.url, login);
    present.push(person);
    return person;
  };
  /** Usable on both screens; drawn where somebody asked for pictures. */
  const look = async ({ page }: Person, name: string) => {
    expect(await faultsOf(page, name)).toEqual([]);
    if (!PICTURES) return;
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await page.screenshot({ path: `${PICTURES}/${name}-${width}.png` });
    }
  };

  it('R34, R44, R49: an administrator looks after what the hall offers', async () => {
    const admin = await enter('dxl-admin');
    const { page } = admin;
    await page.getByRole('link', { name: '事项进驻' }).click();
    await page.getByRole('link', { name: CENTRE }).click();
    await admin.sees('应进驻的事项已全部进驻');
    await look(admin, 'hall');

    await choose(page.locator('body'), '办件类型', '即办件');
    await page.getByRole('row').filter({ hasText: CODE }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('民政业务专网').waitFor();
    await drawer.getByLabel('办理地点').fill('大学路80号二楼');
    await drawer.getByRole('button', { name: '保存' }).click();
    await admin.sees('本地内容已保存');
    for (const point of ['专网终端', '业务账号', 'UKey', '业务用章']) {
      // Opens with 已具备 in front.
      await drawer.getByLabel(point).click();
      await drawer.getByLabel(point).press('Enter');
      await drawer.getByRole('listitem').filter({ hasText: point }).getByText('核查于').waitFor();
    }
    await look(admin, 'offering');
    await drawer.getByRole('button', { name: '退出进驻' }).click();
    const dialog = page.getByRole('dialog', { name: '退出进驻' });
    await dialog.getByLabel('退出理由').fill('科室迁址。');
    await dialog.getByRole('button', { name: '退出进驻' }).click();
    await drawer.getByText('已退出').first().waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await admin.closes(drawer);

    await admin.click('申请不进驻');
    await admin.confirm('申请不进驻', { 不进驻理由: '须到区属机构现场检测。' });
    await page
      .getByRole('row')
      .filter({ hasText: '须到区属机构现场检测' })
      .getByText('待审批')
      .waitFor();
    await admin.click('登记进驻');
    await admin.confirm('登记进驻', { 事项编码: CODE });
    await admin.sees('应进驻的事项已全部进驻');
  });

  it('R44, R99: the district’s office answers, and copies the model to a new centre and back', async () => {
    const supervisor = await enter('erqi-supervisor');
    const { page } = supervisor;
    await page.goto(`${house.url}/offerings?kind=CENTRE`);
    await page.getByRole('link', { name: NEW_CENTRE }).waitFor();
    await look(supervisor, 'coverage');
    await supervisor.click('不同意');
    await supervisor.confirm('不同意', { 审批意见: '应当进驻。' });
    await supervisor.sees('未同意');

    await page.getByRole('link', { name: CENTRE }).first().click();
    await supervisor.click('复制到其他街道');
    const dialog = page.getByRole('dialog');
    await find(dialog, '复制到', NEW_CENTRE);
    await dialog.getByText(/将增加 \d+ 项/).waitFor();
    await dialog.getByText('对方街道没有相应科室').first().waitFor();
    await look(supervisor, 'clone');
    await dialog.getByRole('button', { name: '确认复制' }).click();
    await dialog.getByText(new RegExp(`${NEW_CENTRE}：\\d+ 项`)).waitFor();
    await dialog.getByRole('button', { name: '撤销', exact: true }).click();
    await dialog.getByText('已撤销', { exact: true }).waitFor();
  });

  it('R48, R50: a section grants, is warned 30 days before the end, and takes back', async () => {
    const head = await enter('dxl-mz-head');
    const { page } = head;
    await page.getByRole('link', { name: '授权委托' }).click();
    await head.sees('没有符合条件的授权');
    await head.click('登记授权');
    const dialog = page.getByRole('dialog');
    await find(dialog, '受委托中心', CENTRE);
    await dialog.getByLabel('事项').click();
    await page.getByTitle(new RegExp(CODE)).click();
    await dialog.getByLabel('文件名称').fill('授权委托书');
    await dialog.getByLabel('文号').fill('大民授〔2026〕9号');
    const day = (ahead: number) =>
      new Date(Date.now() + ahead * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
    await pickDay(dialog, '开始日期', day(-1));
    await pickDay(dialog, '截止日期', day(20));
    await dialog.getByRole('button', { name: '登记授权' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const row = page.getByRole('row').filter({ hasText: '大民授〔2026〕9号' });
    await row.getByText('即将到期').waitFor();
    await row.getByText('还剩 20 天').waitFor();
    await head.sees('1 项授权将在 30 天内到期且没有续签');
    await look(head, 'authorisations');
    await row.getByRole('button', { name: '收回' }).click();
    await head.confirm('收回', { 收回理由: '机构调整。' });
    await row.getByText('已收回').waitFor();
  });
});
