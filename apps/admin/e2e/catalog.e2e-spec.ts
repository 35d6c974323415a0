import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { choose, find, pickDay } from './support/choose.js';
import { openBrowser, Person } from './support/desk.js';
import { House } from './support/house.js';
import { faultsOf } from './support/look.js';

const CODE = 'EQ-T-20-099';
const NAME = '社区活动场地使用登记';
const DIBAO = '最低生活保障金给付（最低生活保障对象认定）';
const REVIEWER = '二七区民政局';

describe('the catalog in a real browser (R30, R31, R33, R34, P8)', () => {
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
  const open = async (person: Person, path: string, words: string | RegExp) => {
    await person.page.goto(`${house.url}${path}`);
    await person.sees(words);
  };
  const section = (page: Page, title: string) =>
    page.getByRole('region', { name: title, exact: true });
  const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
  const save = async (person: Person) => {
    await person.press('Control+s');
    await person.sees('已全部保存');
  };
  const openDraft = async (person: Person, name = NAME) => {
    await open(person, '/catalog/drafts', name);
    await person.page.getByRole('row').filter({ hasText: name }).press('Enter');
    await person.page.waitForURL(/\/catalog\/drafts\/[0-9a-f-]{36}/);
  };

  it('an item is begun, written until nothing is missing, judged, mended, approved and published', async () => {
    const compiler = await enter('erqi-supervisor');
    const { page } = compiler;
    await open(compiler, '/catalog/drafts', '没有等待您处理的版本');
    await compiler.click('新增事项');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('事项编码').fill(CODE.toLowerCase());
    await dialog.getByLabel('事项名称').fill(NAME);
    await dialog.getByRole('button', { name: '开始编制' }).click();
    await page.waitForURL(/\/catalog\/drafts\/[0-9a-f-]{36}/);
    await compiler.sees(/还需补正 \d+ 处/);
    expect(await page.getByRole('button', { name: '提交审核' }).count()).toBe(0);
    const faults = await faultsOf(page, 'a new version');

    await page.getByRole('button', { name: /^承办机构/ }).click();
    await page.keyboard.insertText('街道公共服务办公室');
    expect(await field(page, '承办机构').inputValue()).toBe('街道公共服务办公室');
    await write(page);
    await save(compiler);
    expect(await page.locator('.complete-problems').allInnerTexts()).toEqual([]);
    await compiler.sees('没有缺项，也没有违反规则，可以公布。');
    faults.push(...(await faultsOf(page, 'a version that is complete')));

    await compiler.click('提交审核');
    await compiler.confirm('提交审核');
    await compiler.sees('待审核');

    const reviewer = await enter('erqi-mzj-approver');
    await openDraft(reviewer);
    await reviewer.page.getByRole('button', { name: /^对“事项名称”的意见/ }).click();
    const thread = reviewer.page.getByRole('dialog');
    await thread.getByLabel('写下意见').fill('名称请与市级目录一致。');
    await thread.getByRole('button', { name: '提交意见' }).click();
    await thread.getByText('名称请与市级目录一致。').waitFor();
    faults.push(...(await faultsOf(reviewer.page, 'a thread')));
    await reviewer.closes(thread);
    await reviewer.page.getByRole('button', { name: '对“事项名称”的意见（1 条意见）' }).waitFor();
    await reviewer.page.getByRole('button', { name: '对“申请材料 第 1 项”的意见' }).click();
    await thread.getByLabel('写下意见').fill('请注明份数的依据。');
    await thread.getByRole('button', { name: '提交意见' }).click();
    await thread.getByText('请注明份数的依据。').waitFor();
    await reviewer.closes(thread);
    faults.push(...(await faultsOf(reviewer.page, 'a version in review')));
    await reviewer.click('退回反馈');
    await reviewer.confirm('退回反馈', { 需要修改的内容: '请核对名称。' });
    await reviewer.sees('已退回');

    await openDraft(compiler);
    await compiler.sees('请核对名称。');
    await page.getByRole('button', { name: '对“申请材料 第 1 项”的意见（1 条意见）' }).waitFor();
    await field(page, '事项名称').fill(`${NAME}（试行）`);
    await save(compiler);
    await compiler.click('提交审核');
    await compiler.confirm('提交审核');
    await openDraft(reviewer);
    await reviewer.click('审核通过');
    await reviewer.confirm('审核通过');
    await reviewer.sees('待公布');

    await openDraft(compiler);
    await compiler.click('公布');
    faults.push(...(await faultsOf(page, 'a day to begin')));
    await compiler.confirm('公布');
    await compiler.sees('已公布');
    await open(compiler, `/catalog/items/${CODE}`, '现行有效');
    await compiler.sees(`${NAME}（试行）`);
    expect(faults).toEqual([]);
  });

  /** Everything that is still missing of an item closed at the counter. */
  async function write(page: Page): Promise<void> {
    const kind = section(page, '类别与对象');
    await find(kind, /^事项类别$/, '20 公共服务事项');
    await kind.getByLabel('服务主题', { exact: true }).fill('社区服务');
    await page.keyboard.press('Enter');
    await choose(kind, /^服务对象$/, '1 自然人');
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: '即办件' }).check();
    await page.getByRole('radio', { name: '本级办结' }).check();
    await field(page, '主管部门').fill(REVIEWER);
    await rows(page, '受理条件', ['居住在本社区']);
    await rows(page, '办理程序', ['受理', '送达', '核实并登记']);
    // The last row goes between the others with the keyboard alone.
    await page.keyboard.press('Alt+ArrowUp');
    const steps = section(page, '办理程序').getByLabel('环节名称');
    expect(await steps.nth(1).inputValue()).toBe('核实并登记');
    expect(await steps.nth(1).evaluate((field) => field === document.activeElement)).toBe(true);
    await rows(page, '申请材料', ['居民身份证']);
    await field(page, '现场办结分钟数').fill('30');
    await field(page, '法定时限说明').fill('法律没有统一规定');
    await page.getByRole('radio', { name: '不收费' }).check();
    await rows(page, '设定依据', ['《居民委员会组织法》']);
    const result = section(page, '结果与送达');
    await result.getByRole('button', { name: '添加' }).click();
    await page.keyboard.insertText('登记回执');
    await choose(result, /^送达方式$/, '窗口领取');
    await page.keyboard.press('Escape');
    await field(page, '到办事现场次数').fill('1');
    await field(page, '通办范围').fill('全区通办');
    await find(page.locator('.catalog-side .ant-form-item'), '审核部门', REVIEWER);
  }

  /** Adds rows to a list; the cursor stands in the first field of each new one. */
  async function rows(page: Page, title: string, names: string[]): Promise<void> {
    const place = section(page, title);
    for (const name of names) {
      const before = await place.locator('.row').count();
      await place.getByRole('button', { name: '添加', exact: true }).click();
      const first = place.locator('.row').nth(before).locator('textarea').first();
      await first.fill(name);
      await first.focus();
    }
  }

  it('what was typed is asked for before it is lost, and survives somebody else’s saving', async () => {
    const [first, second] = [await enter('erqi-supervisor'), await enter('erqi-supervisor')];
    await open(first, `/catalog/items/EQ-T-05-002`, '现行有效');
    await first.click('修订');
    await first.page.waitForURL(/\/catalog\/drafts\/[0-9a-f-]{36}/);
    await first.sees('已全部保存');
    const path = new URL(first.page.url()).pathname;
    await open(second, path, '已全部保存');
    await field(first.page, '备注').fill('甲修改了备注。');
    await save(first);

    await field(second.page, '通办范围').fill('全市通办');
    await second.press('Control+s');
    const stale = second.page.getByRole('dialog', { name: '这个版本刚刚已被他人修改' });
    await stale.getByText('他人修改了').waitFor();
    await stale.getByText('备注').waitFor();
    await second.wasRefused(409);
    const faults = await faultsOf(second.page, 'somebody else was faster');
    await stale.getByRole('button', { name: '载入最新内容，保留我的填写' }).click();
    expect(await field(second.page, '备注').inputValue()).toBe('甲修改了备注。');
    expect(await field(second.page, '通办范围').inputValue()).toBe('全市通办');

    await second.page.getByRole('link', { name: '编制与审核' }).first().click();
    await second.sees('离开本页将丢失未保存的修改。');
    await second.page.getByRole('button', { name: '留在本页' }).click();
    await save(second);
    await second.page.getByRole('link', { name: '与现行版本比较' }).click();
    await second.sees('2 处不同，其中核心内容 0 处');
    await second.page.locator('ins').filter({ hasText: '全市' }).waitFor();
    faults.push(...(await faultsOf(second.page, 'differences')));
    await second.page.getByText('全部要素').click();
    await second.page.getByRole('row').filter({ hasText: '受理条件' }).first().waitFor();
    await second.page.getByText('核心内容', { exact: true }).first().waitFor();
    faults.push(...(await faultsOf(second.page, 'all elements side by side')));
    expect(faults).toEqual([]);
  });

  it('publishing is refused with the whole list of what is missing', async () => {
    const [compiler, reviewer] = [await enter('erqi-supervisor'), await enter('erqi-mzj-approver')];
    const { page } = compiler;
    await open(compiler, `/catalog/items/EQ-T-05-003`, '现行有效');
    const name = (await page.getByRole('heading', { level: 1 }).innerText()).split('\n')[0] ?? '';
    await compiler.click('修订');
    await compiler.sees('已全部保存');
    await field(page, '事项名称').fill('');
    await field(page, '通办范围').fill('');
    await find(page.locator('.catalog-side .ant-form-item'), '审核部门', REVIEWER);
    await save(compiler);
    const path = new URL(page.url()).pathname;
    await compiler.click('提交审核');
    await compiler.confirm('提交审核');
    await open(reviewer, path, '待审核');
    await reviewer.click('审核通过');
    await reviewer.confirm('审核通过');
    await open(compiler, path, '待公布');
    await compiler.click('公布');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '公布' }).click();
    await dialog.getByText('缺少事项名称，请填写后再发布。').waitFor();
    await dialog.getByText('缺少通办范围，请填写后再发布。').waitFor();
    await compiler.wasRefused(409);
    expect(await faultsOf(page, 'a refusal to publish')).toEqual([]);
    expect(name).not.toBe('');
  });

  it('the list is searched and narrowed, an item read in full, compared, and retired', async () => {
    const compiler = await enter('erqi-supervisor');
    const { page } = compiler;
    await open(compiler, '/catalog', '事项目录');
    await page.getByLabel('搜索事项名称').fill('zdsh');
    await compiler.sees(DIBAO);
    const faults = await faultsOf(page, 'the catalog');
    await choose(page.locator('.catalog-filters'), '类属', '便民服务事项');
    await compiler.sees('没有符合条件的事项');
    await page.goto(`${house.url}/catalog?closure=UPPER&q=zdsh`);
    await page.getByRole('row').filter({ hasText: DIBAO }).press('Enter');
    await compiler.sees('现行有效');
    await section(page, '办理程序').getByText('实质性办理').first().waitFor();
    faults.push(...(await faultsOf(page, 'an item in full')));

    await compiler.click('停用');
    const dialog = page.getByRole('dialog');
    await pickDay(dialog, '最后受理日', '2020-01-01');
    await dialog.getByLabel('停用理由').fill('并入区级事项。');
    await dialog.getByRole('button', { name: '停用' }).click();
    await dialog.getByText('不能早于办理当天').waitFor();
    await compiler.wasRefused(400);
    await pickDay(dialog, '最后受理日', '2099-12-31');
    await dialog.getByRole('button', { name: '停用' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await compiler.sees('受理至 2099-12-31');
    await compiler.sees(/并入区级事项/);
    faults.push(...(await faultsOf(page, 'an item that comes to its end')));
    expect(faults).toEqual([]);
  });
});
