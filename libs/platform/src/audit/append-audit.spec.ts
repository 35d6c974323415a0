import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { appendAudit } from './append-audit.js';
import type { AuditEntry } from './audit-entry.js';
import { readChain, readHeads, type ReadRows } from './audit-reader.js';
import { verifyAudit } from './verify-audit.js';

const seed = Number(process.env.YIKOU_SEED ?? Date.now() % 2 ** 31);
const AT = new Date('2026-11-23T09:00:00.123+08:00');
const entry = (chain: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
  chain,
  at: AT,
  action: 'case.accept',
  actor: '王芳',
  ...more,
});
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe(`rule 29: the audit is one hash chain a unit (YIKOU_SEED=${seed})`, () => {
  let database: TestDatabase;
  const read: ReadRows = (sql, params) => database.query(sql, params);
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(() => database.query('DELETE FROM audit_entries; DELETE FROM audit_chains'));

  const append = (...entries: AuditEntry[]) =>
    database.dataSource.transaction(async (tx) => {
      for (const one of entries) await appendAudit(tx, one);
    });

  it('an entry is kept as it was told, and hashed as the documents say', async () => {
    const [accountId, unitId] = [randomUUID(), randomUUID()];
    const told = {
      accountId: accountId.toUpperCase(),
      unitId,
      areaPath: '/410100/',
      address: '10.0.0.7',
      traceId: 'abc',
      subjectKind: 'case',
      subjectId: '17',
      reason: '核对',
      changes: { state: ['A', 'B'] },
    };
    await append(entry(unitId, told), entry(unitId));
    const [first, second] = await database.query<Record<string, unknown>>(
      'SELECT * FROM audit_entries ORDER BY seq',
    );
    const content = sha256(
      `["${unitId}","2026-11-23T01:00:00.123Z","case.accept","${accountId}","王芳","${unitId}",` +
        `"/410100/","10.0.0.7","abc","case","17","核对","{\\"state\\":[\\"A\\",\\"B\\"]}"]`,
    );
    const hash = sha256(`${'0'.repeat(64)}|1|${content}`);
    expect(first).toMatchObject({
      chain: unitId,
      seq: '1',
      at: AT,
      account_id: accountId,
      changes: '{"state":["A","B"]}',
      content_hash: content,
      prev_hash: '0'.repeat(64),
      hash,
    });
    expect(second).toMatchObject({ seq: '2', area_path: '', account_id: null, changes: '{}' });
    expect(second?.['hash']).toBe(sha256(`${hash}|2|${String(second?.['content_hash'])}`));
    expect(await readHeads(read)).toEqual([{ chain: unitId, count: 2, hash: second?.['hash'] }]);
  });

  it('whatever text it is given, a sound chain verifies', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.integer({ max: 0xffff, min: 0 })).map((units) => String.fromCharCode(...units)),
    );
    const anyEntry = fc.record({
      at: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
      action: text,
      actor: text,
      areaPath: text,
      address: fc.option(text),
      reason: fc.option(text),
      subjectId: fc.option(text),
      accountId: fc.option(fc.uuid()),
      changes: fc.json().map((json): unknown => JSON.parse(json)),
    });
    const property = fc.asyncProperty(anyEntry, (more) => append(entry('system', more)));
    await fc.assert(property, { seed, numRuns: 300 });
    await append(entry('nul', { actor: 'a\0b\ud800c' }));
    const report = await verifyAudit(read, undefined);
    expect(report).toMatchObject({ ok: true, chains: 2, entries: 301 });
    expect(await readChain(read, { chain: 'nul', limit: 2 })).toMatchObject([
      { actor: 'a\ufffdb\ufffdc' },
    ]);
  });

  it('no chain, no uuid, no instant: nothing is written', async () => {
    await expect(append(entry(''))).rejects.toThrow('needs a chain');
    await expect(append(entry('x', { accountId: '1' }))).rejects.toThrow('no uuid');
    await expect(append(entry('x', { at: new Date(NaN) }))).rejects.toThrow('Invalid time');
    expect(await readHeads(read)).toEqual([]);
  });

  it('a transaction that is rolled back leaves no entry and no gap', async () => {
    await append(entry('system'));
    const failing = database.dataSource.transaction(async (tx) => {
      await appendAudit(tx, entry('system'));
      await appendAudit(tx, entry('new'));
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    await append(entry('system'));
    expect(await verifyAudit(read, undefined)).toMatchObject({ ok: true, chains: 1, entries: 2 });
  });

  it.each([1, 20])('8 clients at once leave no gap in %d chains', async (count) => {
    const chains = Array.from({ length: count }, (_, i) => `chain-${i}`);
    const client = async (n: number) => {
      for (let i = 0; i < 50; i += 1) {
        await append(entry(chains[(n * 7 + i) % count] ?? '', { subjectId: `${n}/${i}` }));
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, n) => client(n)));
    const report = await verifyAudit(read, undefined);
    expect(report).toMatchObject({ ok: true, chains: count, entries: 400 });
    const told = await database.query('SELECT DISTINCT subject_id FROM audit_entries');
    expect(told).toHaveLength(400);
  });

  it('one that is first in a chain waits for the other that is first', async () => {
    await Promise.all(Array.from({ length: 10 }, () => append(entry('new'))));
    expect(await readHeads(read)).toMatchObject([{ chain: 'new', count: 10 }]);
  });
});
