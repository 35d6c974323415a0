import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { missingElements, type ItemStandard } from '@yikou/domain';
import { readBodies, readItems } from '../../src/demo/data-files.js';
import { stepsOf } from '../../src/demo/step-handlers.js';
import { readItemBook, writeItemBook } from '../../src/documents/index.js';
import { sixtyThree } from '../documents/items.js';
import type { Client, Dto } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, type District } from '../support/district.js';
import { startWorker, until } from '../support/worker.js';

type Draft = Dto<'DraftDto'>;
type Book = Dto<'BookDto'>;

const IMPORT = '/api/v1/item-drafts/import';
const bodies = readBodies();
const rows = new Map(readItems().map((row) => [row.code, row]));

/** What the file leaves open is said as the district says it: who works on a step, how many minutes. */
function completed(item: ItemStandard): ItemStandard {
  const row = rows.get(item.code);
  const told = row ? stepsOf(row, bodies) : [];
  const steps = item.steps.map((step, i) => ({ ...step, handlers: told[i]?.handlers ?? [] }));
  const onTheSpotMinutes = item.limits.onTheSpotMinutes ?? 120;
  return { ...item, code: `NEW-${item.code}`, steps, limits: { ...item.limits, onTheSpotMinutes } };
}

describe('R30–R33: the 63 items of the district, entered anew', () => {
  let district: District;
  let worker: INestApplicationContext;
  let compiler: Client;
  let reviewer: Client;
  const items = sixtyThree().map(completed);

  beforeAll(async () => {
    district = await openDistrict();
    worker = await startWorker(district.settings, district.clock);
    compiler = await district.as('erqi-supervisor');
    reviewer = await district.as('erqi-mzj-approver');
  });
  afterAll(async () => {
    await worker.close();
    await district.close();
  });

  const act = (who: Client, draft: Draft, verb: string, more: object = {}) =>
    who.do<Draft>(`/api/v1/item-drafts/${draft.id}/${verb}`, { version: draft.version, ...more });

  const published = async (id: string): Promise<Draft> => {
    const draft = await compiler.get<Draft>(`/api/v1/item-drafts/${id}`);
    const approved = await act(reviewer, await act(compiler, draft, 'submit'), 'approve');
    return act(compiler, approved, 'publish', { effectiveFrom: '2026-03-10' });
  };

  /** The book as a compiler has it on the own disk, in the form of a specification book. */
  const handIn = async (
    list: readonly ItemStandard[],
    query = '',
  ): Promise<Dto<'DraftImportDto'>> => {
    const file = await writeItemBook(list);
    const answer = await compiler.upload(`${IMPORT}${query}`, 'book.xlsx', file);
    expect([answer.status, (answer.body as { code?: string }).code]).toEqual([200, undefined]);
    return answer.body as Dto<'DraftImportDto'>;
  };
  const drafts = async () =>
    district.sql.query<{ item_code: string }[]>(
      "SELECT item_code FROM item_drafts WHERE state <> 'PUBLISHED' ORDER BY item_code",
    );

  it('R30: taken into drafts as one book: all of them or none', async () => {
    const [first, second] = items;
    if (!first || !second) throw new Error('no items');
    const dry = await handIn(items, '?dryRun=true');
    expect(dry).toMatchObject({ composed: 63, problemCount: 0, isDone: false });
    expect(await drafts()).toEqual([]);
    const { code, name, level } = first;
    const begun = await compiler.do<Draft>('/api/v1/item-drafts', { code, name, level });
    const refused = await handIn([second, first]);
    expect(refused).toMatchObject({ isDone: false, problemCount: 1 });
    expect(refused.problems[0]).toMatchObject({ sheet: '事项', row: 4, column: 'A' });
    expect(refused.rows.map(({ step }) => step)).toEqual(['COMPOSED', 'REFUSED']);
    expect(await drafts()).toHaveLength(1);
    const file = await writeItemBook([second, first]);
    const sheet = await compiler.upload(`${IMPORT}/returned-sheet`, 'book.xlsx', file);
    expect([sheet.status, sheet.headers.get('content-disposition')]).toEqual([
      200,
      `attachment; filename*=UTF-8''${encodeURIComponent('book-退回改正.xlsx')}`,
    ]);
    await compiler.do(`/api/v1/item-drafts/${begun.id}/discard`, { version: begun.version });
  });

  it('pass the review and are published, every one', async () => {
    expect(items.flatMap(missingElements)).toEqual([]);
    const states: string[] = [];
    const sent = await countQueries(district, async () => {
      const { isDone, rows: taken } = await handIn(
        items,
        `?reviewUnitId=${reviewer.account.unit.id}`,
      );
      expect([isDone, taken.length]).toEqual([true, 63]);
    });
    // Three for the session, four in between; each draft has its entry in the audit.
    expect(sent.length - items.length).toBeLessThanOrEqual(15);
    const begun: { id: string }[] = await district.sql.query('SELECT id FROM item_drafts');
    for (const { id } of begun) states.push((await published(id)).state);
    expect(states).toEqual(items.map(() => 'PUBLISHED'));
    expect(await handIn(items)).toMatchObject({ unchanged: 63, composed: 0, revised: 0 });
    expect(await drafts()).toEqual([]);
    const changed = items.map((item, i) =>
      i === 0 ? { ...item, name: `${item.name}（试行）` } : item,
    );
    expect(await handIn(changed, '?dryRun=true')).toMatchObject({ unchanged: 62, revised: 1 });
  });

  it.each(['STREET', 'COMMUNITY'] as const)(
    'R32: come out of the book of %s in every format, in the XLSX to the letter',
    async (level) => {
      const { id } = await compiler.do<Book>('/api/v1/spec-books', { level });
      const { files } = await until(
        'the files of the book',
        () => compiler.get<Book>(`/api/v1/spec-books/${id}`),
        (book) => book.files.every(({ state }) => state === 'READY'),
        120_000,
      );
      expect(files.map(({ format }) => format)).toEqual(['PDF', 'DOCX', 'XLSX']);
      const answer = await fetch(`${district.url}/api/v1/spec-books/${id}/files/XLSX`);
      const read = readItemBook(Buffer.from(await answer.arrayBuffer()));
      const ours = read.items.filter(({ code }) => code.startsWith('NEW-'));
      const inOrder = (list: readonly ItemStandard[]) =>
        [...list].sort((a, b) => (a.code < b.code ? -1 : 1));
      expect(read.problems).toEqual([]);
      expect(inOrder(ours)).toStrictEqual(inOrder(items.filter((item) => item.level === level)));
    },
  );
});
