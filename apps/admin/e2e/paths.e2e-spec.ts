import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser, Person } from './support/desk.js';
import { House } from './support/house.js';
import { openCase, takeRequest } from './support/visit.js';

describe('from sign-in to delivery in a real browser', () => {
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

  const enter = async (loginName: string): Promise<Person> => {
    const person = await Person.signIn(browser, house.url, loginName);
    present.push(person);
    return person;
  };
  const issueAndDeliver = async (clerk: Person): Promise<void> => {
    await clerk.click('出证');
    const dialog = clerk.page.getByRole('dialog');
    const asked = await Promise.race([
      dialog.waitFor().then(() => true),
      clerk.page
        .getByRole('button', { name: /^送达/ })
        .waitFor()
        .then(() => false),
    ]);
    if (asked) await clerk.confirm('出证');
    await clerk.click('送达');
    await clerk.confirm('送达', { 接收人: '赵明远', 送达凭据: '签收单 001' });
    await clerk.sees('已送达');
  };

  it('R53 LOCAL_INSTANT: decided at the counter in the same visit, by keyboard', async () => {
    const clerk = await enter('dxl-clerk1');
    await takeRequest(clerk, house.url, 'jydj', '就业登记');
    await clerk.pressFor('F9', '受理');
    await clerk.pressFor('F9', '办结');
    await clerk.confirm('办结');
    await issueAndDeliver(clerk);
  });

  it('R54, R57 LOCAL_PROMISED: counter → section → counter', async () => {
    const clerk = await enter('dxl-clerk1');
    const number = await takeRequest(clerk, house.url, 'lsjz', '临时救助（小额，街道审批）');
    await clerk.pressFor('F9', '受理');
    await clerk.pressFor('F9', '转办');
    await clerk.sees('待认领');

    const handler = await enter('dxl-mz-handler');
    await handler.page.goto(`${house.url}/worklist`);
    await handler.click('认领');
    await handler.sees('已认领');
    await openCase(handler, house.url, number);
    await handler.click('完成环节');
    await handler.confirm('完成环节', { 办理意见: '入户核实，情况属实。' });

    const head = await enter('dxl-mz-head');
    await openCase(head, house.url, number);
    await head.click('认领');
    await head.click('办结');
    await head.confirm('办结', { 办理意见: '同意给予临时救助。' });

    await openCase(clerk, house.url, number);
    await clerk.sees('同意给予临时救助。');
    await issueAndDeliver(clerk);
  });

  it('R58–R61 UPPER: counter → section → uploaded → district department → counter', async () => {
    const clerk = await enter('dxl-clerk2');
    const number = await takeRequest(clerk, house.url, 'zdsh', '最低生活保障金给付');
    await clerk.pressFor('F9', '受理');
    await clerk.pressFor('F9', '转办');
    await clerk.sees('待认领');

    const handler = await enter('dxl-mz-handler');
    await openCase(handler, house.url, number);
    await handler.click('认领');
    await handler.click('完成环节');
    await handler.confirm('完成环节', { 办理意见: '初审通过。' });
    await handler.click('上传上级');
    await handler.confirm('上传上级');

    const approver = await enter('erqi-mzj-approver');
    await openCase(approver, house.url, number);
    await approver.sees('上级接件');
    await approver.click('认领');
    await approver.click('办结');
    await approver.confirm('办结');

    await openCase(clerk, house.url, number);
    await issueAndDeliver(clerk);
  });
});
