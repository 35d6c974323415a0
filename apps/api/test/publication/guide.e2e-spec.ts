import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, type District } from '../support/district.js';

const ALLOWANCE = 'EQ-T-05-001';
const HOSTILE = `"><script>alert(1)</script>&'`;

describe('R37, P7: the public guide, without sign-in and without script', () => {
  let district: District;

  beforeAll(async () => {
    district = await openDistrict({ YIKOU_SUPERVISION_PHONE: '0371-68186800' });
  });
  afterAll(() => district.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${district.url}${path}`, { headers });
  const page = async (path: string): Promise<string> => {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    return answer.text();
  };

  it('the home page has search, themes with their numbers, levels, and convenience services apart', async () => {
    const text = await page('/guide');
    for (const part of [
      '<html lang="zh-CN">',
      '郑州市二七区政务服务事项办事指南',
      '<form class="find" role="search" action="/guide/search" method="get">',
      'class=GOVERNMENT&amp;theme=',
      'level=COMMUNITY',
      '便民服务',
      'tel:037168186800',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('an item has all its elements, when it was published and in which version, and whom to complain to', async () => {
    const text = await page(`/guide/items/${ALLOWANCE}`);
    const [version]: { content: { conditions: string[]; materials: { name: string }[] } }[] =
      await district.sql.query('SELECT content FROM item_versions WHERE item_code = $1', [
        ALLOWANCE,
      ]);
    for (const part of [
      '<h1 lang="zh-CN">最低生活保障金给付（最低生活保障对象认定）</h1>',
      ...['办理条件', '申请材料', '办理流程', '基本信息', '设定依据', '办理地点和时间'],
      ...['法定时限', '承诺时限', '收费情况', '办理结果', '送达方式', '到现场次数'],
      ...(version?.content.conditions ?? ['nothing']),
      ...(version?.content.materials.map(({ name }) => name) ?? ['nothing']),
      '大学路街道便民服务中心',
      '工作日 09:00–17:00',
      '第1版',
      '2026年1月1日',
      '0371-68186800',
      `/guide/items/${ALLOWANCE}/poster.pdf`,
      '<svg',
    ]) {
      expect(text).toContain(part);
    }
    const [, json = '{}'] =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
    const data = JSON.parse(json) as { availableChannel: unknown[] };
    expect(data.availableChannel).toHaveLength(4);
    expect(data).toMatchObject({
      '@type': 'GovernmentService',
      identifier: ALLOWANCE,
      url: `${district.url}/guide/items/${ALLOWANCE}`,
    });
  });

  it('runs no script and loads its style alone, which is kept for good', async () => {
    const answer = await get('/guide');
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'self'/,
    );
    const [style = ''] = /\/guide\/assets\/[^"]+/.exec(await answer.text()) ?? [];
    const sheet = await get(style);
    expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(sheet.headers.get('cache-control')).toContain('immutable');
    expect((await get('/guide/assets/style-older.css')).status).toBe(404);
  });

  it('searches as the API does, and pages on', async () => {
    const text = await page(`/guide/search?q=${encodeURIComponent('低保')}`);
    expect(text).toContain(`/guide/items/${ALLOWANCE}`);
    expect(text).toContain('noindex');
    const codes = new Set<string>();
    let next: string | undefined = '/guide/search?class=GOVERNMENT';
    while (next) {
      const one = await page(next);
      for (const [, code = ''] of one.matchAll(/\/guide\/items\/([\w-]+)/g)) codes.add(code);
      next = /rel="next"\s+href="([^"]+)"/.exec(one)?.[1]?.replaceAll('&amp;', '&');
    }
    const [{ count }]: [{ count: number }] = await district.sql.query(
      `SELECT count(*)::int AS count FROM item_search WHERE class = 'GOVERNMENT'`,
    );
    expect(codes.size).toBe(count);
    expect(await page('/guide/search?q=qqqq')).toContain('没有找到符合条件的事项');
  });

  it('whatever somebody types stays text', async () => {
    const text = await page(
      `/guide/search?q=${encodeURIComponent(HOSTILE)}&theme=${encodeURIComponent(HOSTILE)}`,
    );
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39;');
  });

  it('whatever stands in an item stays text, for machines too', async () => {
    await district.sql.query(
      `UPDATE item_versions SET name = $1, content = jsonb_set(content, '{note}', to_jsonb($1::text))
       WHERE item_code = 'EQ-T-05-002'`,
      [HOSTILE],
    );
    const text = await page('/guide/items/EQ-T-05-002');
    expect(text).not.toContain('<script>alert');
    expect(text.match(/<script/g)).toHaveLength(1);
  });

  it('refuses in words: what is not there, and what cannot be asked', async () => {
    for (const [path, status, words] of [
      ['/guide/items/NO-SUCH', 404, '没有这个事项'],
      ['/guide/items/NO-SUCH/guide.pdf', 404, '没有这个事项'],
      [`/guide/items/${ALLOWANCE}/other.pdf`, 404, '没有这个地址'],
      ['/guide/search?level=CITY', 400, '这个页面打不开'],
      ['/guide/search?cursor=x', 400, '翻页标记无效'],
    ] as const) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.text()).toContain(words);
    }
  });

  it('speaks English around the content, which stays as it was published', async () => {
    const text = await page(`/guide/items/${ALLOWANCE}?lang=en`);
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('Materials');
    expect(text).toContain('<h1 lang="zh-CN">最低生活保障金给付');
    expect(text).toContain('href="/guide?lang=en"');
  });

  it('says that nothing has changed without drawing the page anew, and draws it with four statements', async () => {
    const first = await get(`/guide/items/${ALLOWANCE}`);
    const etag = first.headers.get('etag') ?? '';
    const asked = async (headers: Record<string, string>) => {
      let status = 0;
      const sent = await countQueries(district, async () => {
        ({ status } = await get(`/guide/items/${ALLOWANCE}`, headers));
      });
      return [status, sent.filter((sql) => !/^(START|COMMIT)/.test(sql)).length];
    };
    expect(await asked({ 'if-none-match': etag })).toEqual([304, 1]);
    expect(await asked({})).toEqual([200, 4]);
    const english = await get(`/guide/items/${ALLOWANCE}?lang=en`, { 'if-none-match': etag });
    expect(english.status).toBe(200);
  });

  it.each(['guide', 'poster', 'brochure'])(
    'gives the %s to print, and prints it once',
    async (paper) => {
      const path = `/guide/items/${ALLOWANCE}/${paper}.pdf`;
      const both = await Promise.all([get(path), get(path)]);
      const [one, other] = await Promise.all(
        both.map(async (answer) => Buffer.from(await answer.arrayBuffer())),
      );
      expect(one?.toString('latin1', 0, 5)).toBe('%PDF-');
      expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
      expect(both[0]?.headers.get('content-type')).toBe('application/pdf');
      const etag = both[0]?.headers.get('etag') ?? '';
      expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    },
  );

  it('R32: the papers name the edition that holds the item, and are new with it', async () => {
    const path = `/guide/items/${ALLOWANCE}/guide.pdf`;
    const read = async (tag = '') => {
      const answer = await get(path, { 'if-none-match': tag });
      const bytes = Buffer.from(await answer.arrayBuffer());
      return { status: answer.status, tag: answer.headers.get('etag') ?? '', bytes };
    };
    const before = await read();
    const compiler = await district.as('erqi-supervisor');
    await compiler.do('/api/v1/spec-books', { level: 'COMMUNITY' });
    expect((await read(before.tag)).status).toBe(304);
    await compiler.do('/api/v1/spec-books', { level: 'STREET' });
    const after = await read(before.tag);
    expect([after.status, after.tag === before.tag]).toEqual([200, false]);
    expect(after.bytes.equals(before.bytes)).toBe(false);
  });

  it('shows search engines the way to all items', async () => {
    const robots = await (await get('/robots.txt')).text();
    expect(robots).toContain(`Sitemap: ${district.url}/sitemap.xml`);
    const map = await (await get('/sitemap.xml')).text();
    expect(map.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true);
    expect(map.match(/<loc>/g)).toHaveLength(68);
  });

  it('is counted: its pages are drawn for each reader', async () => {
    const answer = await get('/guide');
    expect(answer.headers.get('ratelimit')).not.toBeNull();
  });
});
