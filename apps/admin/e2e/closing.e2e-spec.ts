import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser, Person } from './support/desk.js';
import { House } from './support/house.js';
import { faultsOf } from './support/look.js';
import { takeRequest } from './support/visit.js';

const ITEM = '就业登记';
const PICTURES = process.env.YIKOU_TEST_PICTURES;

/** What only the job of a Monday makes: the list of last week with the case that was just decided. */
const PLANT_FILING = `WITH made AS (
    INSERT INTO filings (id, week, centre_unit_id, section_unit_id, item_id, item_code, item_name, area_path,
      state, sent_at)
    SELECT gen_random_uuid(), date_trunc('week', now())::date - 7, c.taking_unit_id, a.section_unit_id, c.item_id,
      c.item_code, c.item_name, c.area_path, 'SENT', now()
    FROM cases c JOIN authorisations a ON a.id = c.authorisation_id WHERE c.number = $1 RETURNING id)
  INSERT INTO filing_rows (filing_id, place, kind, case_id, case_number, applicant_name, outcome, decided_at)
  SELECT made.id, 1, 'LATE', c.id, c.number, c.applicant_name, c.outcome, c.decided_at
  FROM made, cases c WHERE c.number = $1`;

describe('what comes after a decision, in a real browser', () => {
  let house: House;
  let browser: Browser;
  let present: Person[] = [];
  let number = '';

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

  it('R57: reminded, then handed over against a signature on the screen, and archived', async () => {
    const clerk = await enter('dxl-clerk1');
    const { page } = clerk;
    number = await takeRequest(clerk, house.url, 'jydj', ITEM);
    await clerk.pressFor('F9', '受理');
    await clerk.pressFor('F9', '办结');
    await clerk.confirm('办结');
    await clerk.click('出证');
    await page.getByRole('button', { name: /^送达/ }).waitFor();
    await page.getByRole('link', { name: '待领取结果' }).click();
    const row = page.getByRole('row').filter({ hasText: number });
    await row.getByText('在窗口待领').waitFor();
    await row.getByRole('button', { name: '登记提醒' }).click();
    await clerk.confirm('登记提醒', { 备注: '约好明天上午来取' });
    await row.getByText('已提醒 1 次').waitFor();
    await look(clerk, 'uncollected');

    await row.getByRole('button', { name: '当面交付' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('接收人').fill('赵明远');
    await dialog.getByRole('button', { name: '当面交付' }).click();
    await dialog.getByText('请领取人在屏幕上签名').waitFor();
    await clerk.wasRefused(400);
    const pad = await dialog.getByRole('img', { name: '请领取人在此处签名' }).boundingBox();
    if (!pad) throw new Error('no pad');
    await page.mouse.move(pad.x + 60, pad.y + 40);
    await page.mouse.down();
    await page.mouse.move(pad.x + 160, pad.y + 100, { steps: 5 });
    await page.mouse.move(pad.x + 260, pad.y + 50, { steps: 5 });
    await page.mouse.up();
    await dialog.getByRole('img', { name: '领取人已签名' }).waitFor();
    await look(clerk, 'signature');
    await dialog.getByRole('button', { name: '当面交付' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row.waitFor({ state: 'detached' });

    await page.goto(`${house.url}/cases`);
    await page.getByText(number).first().click();
    await clerk.sees('屏上签名');
    await clerk.click('归档');
    await clerk.confirm('归档');
    await clerk.sees('已归档');
  });

  it('R51: the section asks, the centre answers, the section acknowledges', async () => {
    await house.sql(PLANT_FILING, [number]);
    const section = await enter('dxl-rs-head');
    const { page } = section;
    await page.getByRole('link', { name: '每周备案' }).click();
    await look(section, 'filings');
    await page.getByRole('row').filter({ hasText: ITEM }).click();
    await section.click('提出疑问');
    await section.confirm('提出疑问', { 疑问: '登记日期以哪天为准？' });
    await section.sees('等待中心答复');

    const clerk = await enter('dxl-clerk1');
    await clerk.page.goto(page.url());
    await clerk.click('答复');
    await clerk.confirm('答复', { 答复内容: '以受理当日为准。' });
    await clerk.sees('以受理当日为准。');

    await page.reload();
    await look(section, 'filing');
    await section.click('确认备案');
    await section.sees('已确认备案');
    await section.sees('已备案');
  });

  it('R84: sealed, verified; what is over is destroyed when two agree', async () => {
    const admin = await enter('dxl-admin');
    const { page } = admin;
    await page.getByRole('link', { name: '档案' }).click();
    const row = page.getByRole('row').filter({ hasText: number });
    await row.getByText('已封存').waitFor();
    await row.getByRole('button', { name: '校验' }).click();
    await admin.sees(/完好，已逐个校验 \d+ 个文件/);
    await look(admin, 'archives');
    await house.sql(`UPDATE archives SET kept_until = '2020-12-31' WHERE case_number = $1`, [
      number,
    ]);
    await page.getByLabel('只看保管期限已满的').check();
    await row.getByText('已满', { exact: true }).waitFor();
    await admin.click('编制销毁清册');
    await admin.confirm('编制销毁清册', { 鉴定意见: '期满，无继续保管价值。' });

    const supervisor = await enter('erqi-supervisor');
    await supervisor.page.goto(`${house.url}/archives?part=destructions`);
    await supervisor.page.getByText('待审批').waitFor();
    await look(supervisor, 'destructions');
    await supervisor.click('批准销毁');
    await supervisor.confirm('批准销毁', { 审批意见: '同意。' });
    await supervisor.page.getByRole('row').getByText('已销毁').waitFor();
  });
});
