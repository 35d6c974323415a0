import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Transactions } from '@yikou/platform';
import { indexItems } from '../../src/catalog/index.js';
import { countQueries } from '../support/count-queries.js';
import type { Dto } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';

const ALLOWANCE = 'EQ-T-05-001';

/** The catalog that the bench measures, smaller. */
const MANY_ITEMS = path.resolve(import.meta.dirname, '../../../../tools/bench/many-items.sql');

async function manyItems(district: District, count: number): Promise<void> {
  const load = (await readFile(MANY_ITEMS, 'utf8')).replace(':count', String(count));
  await district.sql.transaction(async (tx) => {
    await tx.query(load);
    await indexItems(tx);
  });
  await district.sql.query('ANALYZE item_search');
}

describe('R37: everybody finds an item by words and by pinyin', () => {
  let district: District;

  beforeAll(async () => {
    district = await openDistrict();
  });
  afterAll(() => district.close());

  const ask = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${district.url}/api/v1/items?${query}`, { headers });
  const found = async (query: string): Promise<string[]> => {
    const { items } = (await (await ask(`limit=100&${query}`)).json()) as Dto<'ItemPageDto'>;
    return items.map(({ code }) => code);
  };
  const byWords = (q: string) => found(`q=${encodeURIComponent(q)}`);

  it.each([
    ['zuidishenghuo', 'whole pinyin'],
    ['ZuiDi', 'pinyin with capitals'],
    ['zdsh', 'initials'],
    ['zd', 'two initials'],
    ['低', 'one character'],
    ['低保', 'two characters that stand apart'],
    ['最低生活保障金给付', 'a whole name'],
    ['社会救助', 'its theme'],
    ['民政', 'its department'],
    ['低保 民政', 'two words, both of them there'],
    ['eq-t-05-001', 'its code'],
    ['ＥＱ－Ｔ－０５', 'full-width letters'],
  ])('%s finds it: %s', async (q) => expect(await byWords(q)).toContain(ALLOWANCE));

  it.each([
    "'",
    "'' | 低",
    String.raw`\' & '`,
    '低狗',
    '低保 公安狗',
    'uidisheng',
    '%',
    '_',
    '\\',
    'zdshx',
    "'; --",
  ])('%s does not', async (q) => expect(await byWords(q)).not.toContain(ALLOWANCE));

  it('the best stands first, and the pages of a search have no gap and no repeat', async () => {
    expect((await byWords('最低生活保障金给付（最低生活保障对象认定）'))[0]).toBe(ALLOWANCE);
    const all = await byWords('保');
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const from: string = cursor ? `&cursor=${cursor}` : '';
      const page = (await (
        await ask(`q=${encodeURIComponent('保')}&limit=3${from}`)
      ).json()) as Dto<'ItemPageDto'>;
      paged.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor;
    } while (cursor);
    expect(paged).toEqual(all);
    expect(new Set(paged).size).toBe(paged.length);
  });

  it('R47: convenience services stand apart', async () => {
    const [services, conveniences] = [
      await found('class=GOVERNMENT'),
      await found('class=FEATURED'),
    ];
    expect(services.length + conveniences.length).toBe(63);
    expect(conveniences.length).toBeGreaterThan(0);
    expect(services).toContain(ALLOWANCE);
  });

  it('an item out of force is found no more; a new form is written for all', async () => {
    const change = (sql: string) =>
      district.sql.transaction((tx) => tx.query(sql).then(() => indexItems(tx)));
    await change(`UPDATE service_items SET current_version_id = NULL WHERE code = '${ALLOWANCE}'`);
    expect(await byWords('zdsh')).not.toContain(ALLOWANCE);
    await change(
      `UPDATE service_items i SET current_version_id = v.id FROM item_versions v WHERE v.item_id = i.id AND i.code = '${ALLOWANCE}'`,
    );
    expect(await byWords('zdsh')).toContain(ALLOWANCE);
    await change(`UPDATE item_search SET form = 0, grams = ''`);
    expect(await byWords('zdsh')).toContain(ALLOWANCE);
  });

  it('the application may write the index in two names only', async () => {
    const transactions = district.app.get(Transactions);
    const touch = (system: string) =>
      transactions.as(system, async (tx) => {
        const rows: unknown[] = await tx.query('SELECT 1 FROM item_search FOR UPDATE');
        return rows.length;
      });
    expect(await touch('catalog-clock')).toBe(63);
    expect(await touch('public')).toBe(0);
  });

  it('one statement a search', async () => {
    const sent = await countQueries(district, () => byWords('低保'));
    expect(sent.filter((sql) => !/^(START|COMMIT)/.test(sql))).toHaveLength(1);
  });

  it('among many items too; what is not sought is paged by its index', async () => {
    await manyItems(district, 2000);
    expect(await byWords('zuidishenghuo')).toContain(ALLOWANCE);
    const planOf = async (rest: string): Promise<string> =>
      JSON.stringify(
        await district.sql.query(`EXPLAIN SELECT s.code FROM item_search s ${rest} LIMIT 21`),
      );
    for (const grams of ['低 & 保', '狗', 'lv & vs']) {
      const plan = await planOf(
        `WHERE s.grams @@ '${grams}'::tsquery AND s.text LIKE '%x%' ORDER BY length(s.name), s.code`,
      );
      expect([grams, plan]).toEqual([grams, expect.stringContaining('ix_item_search_grams')]);
    }
    for (const [rest, index] of [
      [`WHERE s.code > 'EQ' ORDER BY s.code`, 'uq_item_search_code'],
      [`WHERE s.theme = '社会救助' AND s.code > 'EQ' ORDER BY s.code`, 'ix_item_search_theme'],
    ] as const) {
      expect(await planOf(rest)).toContain(index);
    }
  });

  describe('what somebody has already is not sent again', () => {
    const item = (headers: Record<string, string> = {}) =>
      fetch(`${district.url}/api/v1/items/${ALLOWANCE}`, { headers });

    it('the guide: 304 without rendering, until a centre says something else of itself', async () => {
      const first = await item();
      const etag = first.headers.get('etag') ?? '';
      expect(first.headers.get('cache-control')).toBe('public, no-cache');
      const body = (await first.json()) as Dto<'ItemDto'>;
      expect(body.supervisionTelephone).toBe('12345');
      expect(new Date(body.publishedAt).getTime()).toBeLessThan(Date.now() + 1e12);

      const sent = await countQueries(district, async () => {
        const again = await item({ 'if-none-match': `"other", ${etag}` });
        expect([again.status, await again.text()]).toEqual([304, '']);
        expect(again.headers.get('etag')).toBe(etag);
      });
      expect(sent.filter((sql) => !/^(START|COMMIT)/.test(sql))).toHaveLength(1);

      await district.sql.query("UPDATE units SET telephone = '0371-1' WHERE kind = 'CENTRE'");
      expect((await item({ 'if-none-match': etag })).status).toBe(200);
    });

    it('lists and themes too; an error is kept by nobody', async () => {
      for (const path of ['?q=zdsh', '/themes']) {
        const url = `${district.url}/api/v1/items${path}`;
        const etag = (await fetch(url)).headers.get('etag') ?? '';
        const again = await fetch(url, { headers: { 'if-none-match': etag } });
        expect([path, again.status]).toEqual([path, 304]);
      }
      const unknown = await fetch(`${district.url}/api/v1/items/NO-SUCH`, {
        headers: { 'if-none-match': '*' },
      });
      expect([unknown.status, unknown.headers.get('cache-control')]).toEqual([404, 'no-store']);
    });
  });
});
