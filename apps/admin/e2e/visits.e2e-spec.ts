import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { find } from './support/choose.js';
import { openBrowser, Person } from './support/desk.js';
import { House } from './support/house.js';
import { faultsOf } from './support/look.js';

const ITEM = 'EQ-T-05-001';
const HALL = '大学路街道便民服务中心';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

describe('R66, R67, R71: from the applicant’s phone to the counter', () => {
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
  const shots = process.env['YIKOU_SHOTS'];
  const look = async (person: Person, name: string) => {
    if (shots) {
      for (const [width, height] of [
        [390, 844],
        [1440, 900],
      ] as const) {
        await person.page.setViewportSize({ width, height });
        await person.page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
      }
    }
    return faultsOf(person.page, name);
  };
  const fillApplicant = async ({ page }: Person, identityNumber: string) => {
    await page.getByLabel('姓名（单位填全称）').fill('周明');
    await page.getByLabel('证件号码', { exact: true }).fill(identityNumber);
    await page.getByLabel('联系电话').fill('13937100001');
  };

  it('an applicant books, preregisters with a file and looks up progress; the hall receives both', async () => {
    const visitor = await enter();
    const { page } = visitor;
    await page.setViewportSize({ width: 390, height: 844 });
    const faults: string[] = [];
    const at = async (name: string) => void faults.push(...(await look(visitor, name)));

    await page.goto(`${house.url}/online`);
    await at('online');
    await page.goto(`${house.url}/guide/items/${ITEM}`);
    await page.getByRole('link', { name: '预约办理' }).click();
    await page.getByRole('link', { name: HALL }).click();
    await page.getByRole('listitem').locator('a[href*="date="]').nth(1).click();
    await page.locator('input[name=slotAt]:not([disabled])').first().check();
    await fillApplicant(visitor, '123');
    await page.getByRole('button', { name: '确认预约' }).click();
    await visitor.sees('请改正以下内容');
    await visitor.wasRefused(400);
    await at('book-with-a-fault');
    expect(await page.getByLabel('联系电话').inputValue()).toBe('13937100001');
    await page.getByLabel('证件号码', { exact: true }).fill('410103199005203133');
    await page.getByRole('button', { name: '确认预约' }).click();
    await visitor.sees('预约成功');
    await at('booked');
    const booked = await page.locator('.code').innerText();
    await page.getByRole('link', { name: '查询、取消预约' }).click();
    await page.getByLabel('预约码').fill(booked);
    await page.getByLabel('证件号码后四位').fill('3133');
    await page.getByRole('button', { name: '查看预约' }).click();
    await page.getByRole('button', { name: '取消预约' }).waitFor();
    await at('own-appointment');

    await page.goto(`${house.url}/online/preregister?item=${ITEM}`);
    await page.getByRole('link', { name: HALL }).click();
    await fillApplicant(visitor, '410103196209094043');
    await page.getByRole('button', { name: '提交预登记' }).click();
    await visitor.sees('预登记已提交');
    const code = await page.locator('.code').innerText();
    const file = { name: '户口簿.pdf', mimeType: 'application/pdf', buffer: PDF };
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByRole('button', { name: '上传' }).first().click();
    await visitor.sees('已上传：户口簿.pdf');
    await at('preregistered');

    const clerk = await enter('dxl-clerk1');
    await clerk.page.goto(`${house.url}/visits`);
    const search = clerk.page.getByRole('searchbox', { name: '预约码' });
    await search.fill(booked);
    await search.press('Enter');
    await clerk.sees('周*');
    faults.push(...(await look(clerk, 'staff-day')));
    await clerk.page.goto(`${house.url}/visits?view=sent`);
    const sent = clerk.page.getByRole('searchbox', { name: '预登记码' });
    await sent.fill(code);
    await sent.press('Enter');
    await clerk.page.getByText(code).click();
    await clerk.sees('户口簿.pdf');
    faults.push(...(await look(clerk, 'staff-preregistration')));
    await clerk.click('转为办件');
    await clerk.page.getByLabel(/文件/).first().waitFor();
    faults.push(...(await look(clerk, 'staff-register')));
    await clerk.page.getByRole('dialog').getByRole('button', { name: '转为办件' }).last().click();
    await clerk.page.waitForURL(/\/cases\//);
    await clerk.sees('预登记');
    await clerk.sees('跟办人');
    faults.push(...(await look(clerk, 'staff-case')));
    const number = /\d{22,}/.exec(await clerk.page.locator('main').innerText())?.[0] ?? '';

    await page.goto(`${house.url}/progress?number=${number}`);
    await page.getByLabel('证件号码后四位').fill('4043');
    await page.getByRole('button', { name: '查询' }).click();
    await visitor.sees('已收件');
    await at('progress');
    expect([...faults, ...visitor.complaints, ...clerk.complaints]).toEqual([]);
  });

  it('a home visit is recorded, arranged and printed as the way of a day', async () => {
    const clerk = await enter('dxl-clerk1');
    const { page } = clerk;
    await page.goto(`${house.url}/visits?view=home`);
    await clerk.click('登记上门办理');
    const dialog = page.getByRole('dialog');
    await find(dialog, '事项', '最低生活保障金给付（最低生活保障对象认定）（EQ-T-05-001）');
    await dialog.getByLabel('姓名').fill('郑素芬');
    await dialog.getByLabel('身份证号码').fill('410103194803011125');
    await dialog.getByLabel('联系电话').fill('13937100002');
    await dialog.getByLabel(/联系地址/).fill('大学路街道祥和社区3号院2单元');
    const faults = await look(clerk, 'staff-request');
    await clerk.confirm('保存');
    await clerk.sees('郑**');
    await clerk.click('安排上门');
    const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await page.getByRole('dialog').getByLabel('上门日期').fill(day);
    await page.getByRole('dialog').getByLabel('上门日期').press('Enter');
    await page.getByRole('dialog').getByLabel('上门人员').click();
    await page.locator('.ant-select-item-option').first().click();
    await clerk.confirm('保存');
    await clerk.sees('待上门');
    faults.push(...(await look(clerk, 'staff-home')));
    await clerk.click('上门路线单');
    await page.getByLabel('上门日期').fill(day);
    await page.getByLabel('上门日期').press('Enter');
    await clerk.click('生成路线单');
    await clerk.sees('祥和社区3号院2单元');
    faults.push(...(await look(clerk, 'staff-route')));
    expect([...faults, ...clerk.complaints]).toEqual([]);
  });
});
