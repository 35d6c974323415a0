import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { standardOfVersion, type ItemStandard } from '@yikou/domain';
import { PrintBooks } from '../../src/books/index.js';
import { ItemVersion } from '../../src/catalog/index.js';
import { contentHashOf, readItemBook } from '../../src/documents/index.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, type District } from '../support/district.js';
import { startWorker, until } from '../support/worker.js';

type Book = Dto<'BookDto'>;
type Difference = Dto<'BookDifferenceDto'>;

const BOOKS = '/api/v1/spec-books';
const LEVELS = ['STREET', 'COMMUNITY'] as const;

describe('R32: specification books', () => {
  let district: District;
  let worker: INestApplicationContext;
  let compiler: Client;
  const books = new Map<string, Book>();

  beforeAll(async () => {
    district = await openDistrict();
    worker = await startWorker(district.settings, district.clock);
    compiler = await district.as('erqi-supervisor');
  });
  afterAll(async () => {
    await worker.close();
    await district.close();
  });

  const compiled = (level: string) => compiler.do<Book>(BOOKS, { level });
  const printed = (id: string) =>
    until(
      'all files of the book',
      () => compiler.get<Book>(`${BOOKS}/${id}`),
      ({ files }) => files.every(({ state }) => state === 'READY'),
      60_000,
    );
  const file = async (id: string, format: string): Promise<Buffer> => {
    const answer = await fetch(`${district.url}${BOOKS}/${id}/files/${format}`);
    if (answer.status !== 200) throw new Error(await answer.text());
    return Buffer.from(await answer.arrayBuffer());
  };
  const inForce = async (level: string): Promise<ItemStandard[]> => {
    const versions = await district.sql
      .getRepository(ItemVersion)
      .createQueryBuilder('v')
      .where('v.id IN (SELECT current_version_id FROM service_items WHERE level = :level)', {
        level,
      })
      .orderBy('v.itemCode')
      .getMany();
    return versions.map(standardOfVersion);
  };
  /** Publishes a change of one item by the shortest way. */
  const revised = async (code: string, note: string): Promise<void> => {
    await district.sql.query(
      `INSERT INTO item_versions SELECT (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(),
         'number', v.number + 1, 'effective_from', '2026-03-10',
         'content', v.content || jsonb_build_object('note', $2::text)))).*
       FROM item_versions v JOIN service_items i ON i.current_version_id = v.id WHERE i.code = $1`,
      [code, note],
    );
    await district.sql.query(
      `UPDATE service_items i SET current_version_id =
         (SELECT id FROM item_versions v WHERE v.item_id = i.id ORDER BY number DESC LIMIT 1) WHERE code = $1`,
      [code],
    );
  };

  it.each(LEVELS)('the first edition of %s holds every item in force', async (level) => {
    const next = await compiler.get<Dto<'NextBookDto'>>(`${BOOKS}/next?level=${level}`);
    const items = await inForce(level);
    expect([next.edition, next.itemCount, next.changes.length]).toEqual([
      '2026-1',
      items.length,
      items.length,
    ]);
    let made: Book | undefined;
    const sent = await countQueries(district, async () => (made = await compiled(level)));
    const result = made as Book;
    expect(result).toMatchObject({
      edition: '2026-1',
      district: '郑州市二七区',
      issuer: compiler.account.unit.name,
      frozenOn: '2026-03-10',
      itemCount: items.length,
      contentHash: contentHashOf(items),
      previousId: null,
    });
    expect(sent).toHaveLength(15);
    books.set(level, result);
  });

  it.each(LEVELS)(
    '%s comes out as PDF, DOCX and XLSX; the XLSX reads back to the letter',
    async (level) => {
      const { id, itemCount } = books.get(level) as Book;
      const { files } = await printed(id);
      const [pdf, docx, xlsx] = [
        await file(id, 'pdf'),
        await file(id, 'DOCX'),
        await file(id, 'xlsx'),
      ];
      expect(files.map(({ bytes }) => bytes)).toEqual(
        [pdf, docx, xlsx].map(({ length }) => length),
      );
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(docx.subarray(0, 2).toString()).toBe('PK');
      const { items, problems } = readItemBook(xlsx);
      expect(problems).toEqual([]);
      expect(items).toHaveLength(itemCount);
      expect(items).toStrictEqual(await inForce(level));
    },
  );

  it('both volumes hold the 63 items of the district', () => {
    const counts = LEVELS.map((level) => books.get(level)?.itemCount ?? 0);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(63);
  });

  it('refuses an edition in which nothing is new', async () => {
    const { status, body } = await compiler.post<Problem>(BOOKS, { level: 'STREET' });
    expect([status, body.code]).toEqual([409, 'catalog.book_unchanged']);
  });

  it('an edition stays as it was frozen; the next one says what it changed', async () => {
    const first = books.get('STREET') as Book;
    const [{ code }] = (await inForce('STREET')) as [ItemStandard];
    await revised(code, '修订后的说明');
    const second = await compiled('STREET');
    expect([second.edition, second.previousId]).toEqual(['2026-2', first.id]);
    const { items } = await compiler.get<{ items: Difference[] }>(
      `${BOOKS}/${second.id}/differences?from=${first.id}`,
    );
    expect(items).toMatchObject([
      { code, kind: 'CHANGED', fromNumber: 1, toNumber: 2, differences: 1, core: 0 },
    ]);
    const again = await compiler.get<Book>(`${BOOKS}/${first.id}`);
    expect(again.contentHash).toBe(first.contentHash);
    await printed(second.id);
    expect(readItemBook(await file(first.id, 'XLSX')).items[0]?.note).not.toBe('修订后的说明');
    expect(readItemBook(await file(second.id, 'XLSX')).items[0]?.note).toBe('修订后的说明');
  });

  it('of two who compile at once, one freezes the edition', async () => {
    const [{ code }] = (await inForce('COMMUNITY')) as [ItemStandard];
    await revised(code, '同时编制');
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => compiler.post<Problem>(BOOKS, { level: 'COMMUNITY' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('lists editions and what they hold page by page, open to everybody', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = cursor === '' ? '' : `&cursor=${cursor}`;
      const answer = await fetch(`${district.url}${BOOKS}?level=STREET&limit=1${query}`);
      const page = (await answer.json()) as Dto<'BookPageDto'>;
      seen.push(...page.items.map(({ edition }) => edition));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['2026-2', '2026-1']);
    const { id, itemCount } = books.get('STREET') as Book;
    const held = await compiler.get<Dto<'BookItemPageDto'>>(`${BOOKS}/${id}/items?limit=100`);
    expect(held.items.map(({ place }) => place)).toEqual(
      Array.from({ length: itemCount }, (_, i) => i + 1),
    );
  });

  it('nobody changes an edition afterwards: the application has no right to', async () => {
    const [{ rights }]: [{ rights: string }] = await district.sql.query(
      `SELECT string_agg(DISTINCT privilege_type, ',' ORDER BY privilege_type) AS rights
       FROM information_schema.role_table_grants
       WHERE grantee = 'yikou_app' AND table_name IN ('spec_books', 'spec_book_items')`,
    );
    expect(rights).toBe('INSERT,SELECT');
  });

  it('a file that could not be printed is tried three times, then given up in plain words', async () => {
    const { id } = books.get('STREET') as Book;
    await district.sql.query(
      `UPDATE spec_book_files SET state = 'WAITING', storage_key = NULL, tries = 3,
         taken_until = $2 WHERE book_id = $1 AND format = 'PDF'`,
      [id, new Date(district.clock.now().getTime() + 3_600_000)],
    );
    const waiting = await fetch(`${district.url}${BOOKS}/${id}/files/PDF`);
    expect(((await waiting.json()) as Problem).code).toBe('catalog.book_file_not_ready');
    await district.sql.query(
      "UPDATE spec_book_files SET state = 'FAILED' WHERE book_id = $1 AND format = 'PDF'",
      [id],
    );
    const failed = await fetch(`${district.url}${BOOKS}/${id}/files/PDF`);
    expect(((await failed.json()) as Problem).code).toBe('catalog.book_file_failed');
    const unknown = await fetch(`${district.url}${BOOKS}/${id}/files/txt`);
    expect(unknown.status).toBe(400);
  });

  it('a worker that died over a file leaves it to the next', async () => {
    const { id } = books.get('COMMUNITY') as Book;
    await district.sql.query(
      `UPDATE spec_book_files SET state = 'WAITING', storage_key = NULL, tries = 1,
         taken_until = $2 WHERE book_id = $1 AND format = 'DOCX'`,
      [id, new Date(district.clock.now().getTime() + 60_000)],
    );
    await worker.get(PrintBooks).run();
    const held = await compiler.get<Book>(`${BOOKS}/${id}`);
    expect(held.files.find(({ format }) => format === 'DOCX')?.state).toBe('WAITING');
    district.clock.moveBy(61_000);
    await printed(id);
  });
});
