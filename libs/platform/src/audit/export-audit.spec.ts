import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { appendAudit } from './append-audit.js';
import { contentHash, entryHash, NO_HASH, type AuditEntry } from './audit-entry.js';
import type { ReadRows, StoredEntry } from './audit-reader.js';
import { csvRecord } from './csv.js';
import { exportAudit, type ExportOptions } from './export-audit.js';

const seed = Number(process.env.YIKOU_SEED ?? Date.now() % 2 ** 31);

/** A reader of RFC 4180 that is not ours; enough for records of one shape. */
function recordsOf(csv: string): string[][] {
  const records: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') records.push([]);
  }
  expect(records.pop()).toEqual([]);
  return records;
}

describe(`CSV of RFC 4180 (YIKOU_SEED=${seed})`, () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86 138', "'+86 138"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['－1', "'－1"],
    ['＋1', "'＋1"],
    ['＠A', "'＠A"],
    [' =1', "' =1"],
    ['\ufeff=1', "'\ufeff=1"],
    ['\t=1', `"'\t=1"`],
    ['\rx', `"'\rx"`],
    ['\n=1', `"'\n=1"`],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['a,"b"\r\nc', '"a,""b""\r\nc"'],
    ['a;=1', '"a;=1"'],
    ['王芳', '王芳'],
    ['1-2', '1-2'],
    ["'=1", "'=1"],
    ['', ''],
    [null, ''],
    [7, '7'],
    [-7, "'-7"],
  ])('%j is written as %j', (value, cell) => {
    expect(csvRecord([value, 'x'])).toBe(`${cell},x\r\n`);
  });

  it('any text comes back, with an apostrophe before what would be a formula', () => {
    const text = fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 });
    const hostile = fc.array(fc.constantFrom(...'=+-@",;\r\n\t \'a'), {
      minLength: 2,
      maxLength: 9,
    });
    const property = fc.property(fc.oneof(text, hostile), (cells) => {
      const [record] = recordsOf(csvRecord(cells));
      expect(record?.map((cell, i) => (cell === `'${cells[i]}` ? cells[i] : cell))).toEqual(cells);
      for (const cell of record ?? []) expect(cell).not.toMatch(/^\s*[=+\-@]/);
    });
    fc.assert(property, { seed, numRuns: 2000 });
  });
});

describe('export of the audit', () => {
  let database: TestDatabase;
  const read: ReadRows = (sql, params) => database.query(sql, params);
  const unit = randomUUID();
  const day = (date: number) => new Date(Date.UTC(2026, 10, date));
  const SPAN = { from: day(1), until: day(30) };

  const append = (entry: Partial<AuditEntry>) =>
    database.dataSource.transaction((tx) =>
      appendAudit(tx, { chain: unit, at: day(1), action: 'a', actor: 'w', ...entry }),
    );
  async function exported(options: Partial<ExportOptions>): Promise<string> {
    let text = '';
    for await (const piece of exportAudit(read, { ...SPAN, format: 'jsonl', ...options }))
      text += piece;
    return text;
  }
  const rowsOf = async (options: Partial<ExportOptions>) =>
    (await exported(options))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as StoredEntry);

  beforeAll(async () => {
    database = await testDatabase();
    // Many entries of one instant, in two chains, out of order and over the edges of the span.
    for (let n = 0; n < 25; n += 1) {
      const chain = n % 2 ? unit : 'system';
      await append({ chain, at: day(n % 5 === 4 ? 30 : 1 + (n % 5) * 7), subjectId: `${n}` });
    }
    await append({
      at: day(2),
      areaPath: '/410100/410103/',
      unitId: unit,
      actor: '=cmd|"/c calc"!A1',
    });
    await append({
      at: day(2),
      areaPath: '/410100/410104/',
      reason: 'a,"b"\r\nc',
      changes: { a: [1] },
    });
    await append({ at: new Date(day(1).getTime() - 1) });
  });
  afterAll(() => database.drop());

  it.each([1, 3, 5, 1000])(
    'each entry of the span once, in order: batches of %d',
    async (batchSize) => {
      const rows = await rowsOf({ batchSize });
      expect(rows).toHaveLength(22);
      const key = ({ at, chain, seq }: StoredEntry) =>
        `${at} ${chain} ${`${seq}`.padStart(3, '0')}`;
      const keys = rows.map(key);
      expect(keys).toEqual([...new Set(keys)].sort());
      expect([keys[0]?.slice(0, 24), keys.at(-1)?.slice(0, 24)]).toEqual([
        '2026-11-01T00:00:00.000Z',
        '2026-11-22T00:00:00.000Z',
      ]);
    },
  );

  it('in the order of the instants also where clocks were far off', async () => {
    const instants = [
      '1969-12-31',
      '1970-01-01',
      '2001-09-08',
      '2001-09-10',
      '2286-11-21',
      '2300-01-01',
    ];
    for (const at of instants.toReversed()) await append({ chain: 'far', at: new Date(at) });
    const span = { from: new Date('1960-01-01'), until: new Date('2400-01-01') };
    for (const batchSize of [1, 100]) {
      const far = (await rowsOf({ ...span, batchSize })).filter(({ chain }) => chain === 'far');
      expect(far.map(({ at }) => at?.slice(0, 10))).toEqual(instants);
    }
  });

  it('only an area with what is below it, or only a unit', async () => {
    expect(await rowsOf({ areaPath: '/410100/' })).toHaveLength(2);
    expect(await rowsOf({ areaPath: '/410100/410104/', batchSize: 1 })).toHaveLength(1);
    expect(await rowsOf({ areaPath: '/4101%' })).toHaveLength(0);
    expect(await rowsOf({ unitId: unit })).toMatchObject([{ unit_id: unit }]);
    expect(await rowsOf({ unitId: randomUUID() })).toEqual([]);
  });

  it('JSON lines can be verified without the database', async () => {
    const rows = await rowsOf({ from: day(-9), until: new Date('2027-01-01') });
    const chain = rows.filter((row) => row.chain === unit).sort((a, b) => a.seq - b.seq);
    let last = NO_HASH;
    for (const [index, row] of chain.entries()) {
      last = entryHash(last, index + 1, contentHash(row));
      expect(row.hash).toBe(last);
    }
    expect(chain).toHaveLength(15);
  });

  it('CSV has a header, hostile cells are harmless, and a mark for spreadsheets on request', async () => {
    const [header, ...records] = recordsOf(await exported({ format: 'csv', batchSize: 4 }));
    expect(header).toEqual(
      (
        'chain,seq,at,action,account_id,actor,unit_id,area_path,address,trace_id,subject_kind,' +
        'subject_id,reason,changes,content_hash,prev_hash,hash'
      ).split(','),
    );
    expect(records).toHaveLength(22);
    for (const record of records) expect(record).toHaveLength(17);
    const cells = records.flat();
    expect(cells).toContain(`'=cmd|"/c calc"!A1`);
    expect(cells).toContain('a,"b"\r\nc');
    expect(cells).toContain('{"a":[1]}');
    const marked = await exported({ format: 'csv', bom: true });
    expect([marked.charCodeAt(0), marked.slice(1)]).toEqual([
      0xfeff,
      await exported({ format: 'csv' }),
    ]);
  });

  it('an empty span is a header or nothing', async () => {
    const empty = { from: day(3), until: day(3) };
    expect(recordsOf(await exported({ ...empty, format: 'csv' }))).toHaveLength(1);
    expect(await exported(empty)).toBe('');
  });

  it('holds one batch at a time, and stops when it is told to', async () => {
    const stop = new AbortController();
    const pieces = exportAudit(read, {
      ...SPAN,
      format: 'jsonl',
      batchSize: 5,
      signal: stop.signal,
    });
    const { value } = await pieces.next();
    expect(String(value).trim().split('\n')).toHaveLength(5);
    stop.abort(new Error('gone'));
    await expect(pieces.next()).rejects.toThrow('gone');
  });
});
