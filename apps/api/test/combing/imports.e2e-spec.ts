import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ItemStandard } from '@yikou/domain';
import { readItemBook, writeItemBook, writeItemJson } from '../../src/documents/index.js';
import type { Client, Dto } from '../support/client.js';
import { handIn, imported, listFile, matrixOf, standardsOf } from '../support/combing.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, type District } from '../support/district.js';

const STREET = '410103001000';
const COMMUNITY = '410103001001';
const IMPORTS = '/api/v1/street-lists/imports';

describe('R30: lists of streets are imported', () => {
  let district: District;
  let supervisor: Client;
  let standards: ItemStandard[];

  beforeAll(async () => {
    district = await openDistrict();
    supervisor = await district.as('erqi-supervisor');
    standards = await standardsOf(district);
  });
  afterAll(() => district.close());

  const few = (count = 5): ItemStandard[] => standards.slice(0, count);
  const editions = async (area = STREET): Promise<number[]> => {
    const rows: { edition: number }[] = await district.sql.query(
      'SELECT edition FROM street_lists WHERE area_code = $1 ORDER BY edition',
      [area],
    );
    return rows.map(({ edition }) => edition);
  };

  it('the template has every heading and no row, in three kinds', async () => {
    const template = async (format: string) => {
      const { status, headers, body } = await supervisor.send<string | { items: unknown[] }>(
        'GET',
        `/api/v1/street-lists/template?format=${format}`,
      );
      expect([status, headers.get('content-disposition')]).toEqual([
        200,
        expect.stringMatching(/^attachment/),
      ]);
      return body;
    };
    expect(await template('json')).toEqual({ items: [] });
    expect(await template('csv')).toContain('事项编码');
    const book = await fetch(`${district.url}/api/v1/street-lists/template?format=xlsx`, {
      headers: { authorization: `Bearer ${supervisor.token}` },
    });
    const { items, problems } = readItemBook(Buffer.from(await book.arrayBuffer()));
    expect([items, problems]).toEqual([[], []]);
  });

  it('a dry run says what would happen and changes nothing', async () => {
    const [a, b, c, d, e] = few() as [
      ItemStandard,
      ItemStandard,
      ItemStandard,
      ItemStandard,
      ItemStandard,
    ];
    const rows = [
      a,
      { ...b, code: 'OWN-1' },
      { ...c, code: 'OWN-2', name: `${c.name}办理` },
      { ...d, code: 'OWN-3', name: '本街道独有的便民服务' },
      e,
      { ...e, code: 'OWN-4' },
    ];
    const file = await listFile(rows, 'xlsx');
    const seen = await imported(district, supervisor, STREET, file, '&dryRun=true');
    expect(seen).toMatchObject({ state: 'DONE', dryRun: true, rowsRead: 6, rowsMatched: 6 });
    expect(seen.rowsWritten).toBe(0);
    expect(seen.outcome).toMatchObject({
      added: 6,
      changed: 0,
      unchanged: 0,
      removed: 0,
      byCode: 2,
      byName: 1,
      bySimilarName: 1,
      ambiguous: 0,
      repeated: 1,
      unmatched: 1,
    });
    expect(seen.outcome?.rows.map(({ position, found }) => [position, found])).toEqual([
      [3, 'SIMILAR_NAME'],
      [4, 'UNMATCHED'],
      [6, 'REPEATED'],
    ]);
    expect(await editions()).toEqual([]);
    expect((await matrixOf(supervisor)).rows).toEqual([]);
  });

  it('a list takes the place of the one before as a whole, as a new edition', async () => {
    const before = await imported(district, supervisor, STREET, await listFile(few(), 'json'));
    expect([before.state, before.rowsWritten]).toEqual(['DONE', 5]);
    const changed = few(4).map((item, i) => (i === 0 ? { ...item, note: '改' } : item));
    const { outcome } = await imported(
      district,
      supervisor,
      STREET,
      await listFile([...changed, standards[9] as ItemStandard], 'csv'),
    );
    expect(outcome).toMatchObject({ added: 1, changed: 1, unchanged: 3, removed: 1 });
    expect(await editions()).toEqual([1, 2]);
    const [row] = (await matrixOf(supervisor)).rows;
    expect([row?.edition, row?.cells.filter(({ state }) => state !== 'MISSING').length]).toEqual([
      2, 5,
    ]);
  });

  it('one wrong cell refuses the whole list; the returned sheet marks it', async () => {
    const text = (await listFile(few(3), 'csv')).content.toString('utf8');
    const broken = Buffer.from(text.replace('镇（街道）级', '省级'));
    const before = await editions();
    const refused = await imported(district, supervisor, STREET, {
      name: '淮河路.csv',
      content: broken,
    });
    expect([refused.state, refused.problemCount, refused.hasReturnedSheet]).toEqual([
      'REFUSED',
      1,
      true,
    ]);
    expect(refused.problems).toMatchObject([
      {
        sheet: '事项清单',
        row: 2,
        code: 'cell.malformed',
        title: expect.stringContaining('请'),
      },
    ]);
    expect(await editions()).toEqual(before);
    const book = await fetch(`${district.url}${IMPORTS}/${refused.id}/returned-sheet`, {
      headers: { authorization: `Bearer ${supervisor.token}` },
    });
    const name = decodeURIComponent(book.headers.get('content-disposition') ?? '');
    expect(name).toContain('淮河路-退回改正.xlsx');
    const bytes = Buffer.from(await book.arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('the template handed in as it is does not empty a list', async () => {
    const before = await editions();
    const file = { name: 'a.xlsx', content: await writeItemBook([]) };
    const { state, refusalCode } = await imported(district, supervisor, STREET, file);
    expect([state, refusalCode]).toEqual(['REFUSED', 'combing.list_empty']);
    expect(await editions()).toEqual(before);
  });

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452ff', 'hex')],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['half a zip', Buffer.from('PK\u0003\u0004half')],
    ['JSON of something else', Buffer.from('{"items": 7}')],
    ['nothing', Buffer.alloc(0)],
  ])('%s is refused with a sentence that helps', async (_, content) => {
    const before = await editions();
    const { state, refusalTitle, problems } = await imported(district, supervisor, STREET, {
      name: 'x',
      content,
    });
    expect(state).toBe('REFUSED');
    expect(refusalTitle ?? problems[0]?.title).toMatch(/请|缺少/);
    expect(await editions()).toEqual(before);
  });

  it('a text that nobody can see is named, not a failure of ours', async () => {
    const content = writeItemJson([{ ...few(1)[0]!, name: '有\u0000控制符' }]);
    const refused = await imported(district, supervisor, STREET, { name: 'x.json', content });
    expect([refused.state, refused.problems[0]?.title]).toEqual([
      'REFUSED',
      expect.stringContaining('有控制符'),
    ]);
  });

  it('an unknown area is refused at once; a community has no list of street items', async () => {
    const file = await listFile(few(), 'json');
    const codes = async (area: string, more = '') =>
      (await handIn(supervisor, area, file, more)).body.code;
    expect(await codes('410102001000')).toBe('combing.area_unknown');
    expect(await codes('410103000000')).toBe('combing.area_unknown');
    expect(await codes(COMMUNITY, '&level=STREET')).toBe('combing.level_not_of_area');
  });

  it('the list of imports is paged, the newest first, and told by area', async () => {
    const page = (more = '') => supervisor.get<Dto<'ImportPageDto'>>(`${IMPORTS}?limit=4${more}`);
    const first = await page(`&area=${STREET}`);
    expect(first.items.map(({ areaCode }) => areaCode)).toEqual(Array(4).fill(STREET));
    const next = await page(`&area=${STREET}&cursor=${first.nextCursor}`);
    const ids = [...first.items, ...next.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(8);
  });

  it('what a read costs', async () => {
    const { items } = await supervisor.get<Dto<'ImportPageDto'>>(IMPORTS);
    const sent: Record<string, number> = {};
    for (const path of [
      IMPORTS,
      `${IMPORTS}/${items[0]?.id}`,
      '/api/v1/street-list-entries/unsettled',
    ])
      sent[path.replace(/[0-9a-f-]{36}/, ':id')] = (
        await countQueries(district, () => supervisor.get(path))
      ).length;
    expect(sent).toEqual({
      [IMPORTS]: 6,
      [`${IMPORTS}/:id`]: 6,
      '/api/v1/street-list-entries/unsettled': 6,
    });
  });
});
