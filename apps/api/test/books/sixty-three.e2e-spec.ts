import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { missingElements, type ItemStandard } from '@yikou/domain';
import { readBodies, readItems } from '../../src/demo/data-files.js';
import { stepsOf } from '../../src/demo/step-handlers.js';
import { readItemBook } from '../../src/documents/index.js';
import { sixtyThree } from '../documents/items.js';
import type { Client, Dto } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';
import { startWorker, until } from '../support/worker.js';

type Draft = Dto<'DraftDto'>;
type Book = Dto<'BookDto'>;

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

  const published = async (standard: ItemStandard): Promise<Draft> => {
    const { code, name, level } = standard;
    const begun = await compiler.do<Draft>('/api/v1/item-drafts', { code, name, level });
    const { status, body } = await compiler.send<Draft>('PUT', `/api/v1/item-drafts/${begun.id}`, {
      body: JSON.stringify({
        version: begun.version,
        standard,
        reviewUnitId: reviewer.account.unit.id,
      }),
      headers: { 'content-type': 'application/json' },
    });
    if (status !== 200) throw new Error(`${code}: ${JSON.stringify(body)}`);
    const approved = await act(reviewer, await act(compiler, body, 'submit'), 'approve');
    return act(compiler, approved, 'publish', { effectiveFrom: '2026-03-10' });
  };

  it('pass the review and are published, every one', async () => {
    expect(items.flatMap(missingElements)).toEqual([]);
    const states: string[] = [];
    for (const item of items) states.push((await published(item)).state);
    expect(states).toEqual(items.map(() => 'PUBLISHED'));
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
