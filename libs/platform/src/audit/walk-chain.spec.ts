import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ForgedChain } from '../testing/forged-chain.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { AnchorFile } from './anchors.js';
import { appendAudit } from './append-audit.js';
import { readChain, readHeads, type ReadRows, type StoredEntry } from './audit-reader.js';
import { verifyAudit } from './verify-audit.js';

const AT = Date.parse('2026-11-23T01:00:00Z');
const HEAD_OF_3 = `UPDATE audit_chains SET count = 3,
  head_hash = (SELECT hash FROM audit_entries WHERE seq = 3)`;

describe('rule 29: walking the chains', () => {
  let database: TestDatabase;
  let folder: string;
  let anchors: AnchorFile;
  let now = AT;
  const read: ReadRows = (sql, params) => database.query(sql, params);
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await database.query('DELETE FROM audit_entries; DELETE FROM audit_chains');
    folder = await mkdtemp(path.join(os.tmpdir(), 'yikou-anchors-'));
    anchors = new AnchorFile(path.join(folder, 'anchors'), createSecretKey(randomBytes(32)));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function append(chain: string, count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const at = new Date((now += 60_000));
      await database.dataSource.transaction((tx) =>
        appendAudit(tx, { chain, at, action: 'a', actor: 'w', subjectId: `${n}` }),
      );
    }
  }
  const anchor = async () => anchors.append(await readHeads(read), new Date(AT));
  const faultsNow = async () => (await verifyAudit(read, anchors, { batchSize: 4 })).faults;

  it('nothing written is sound', async () => {
    const nothing = { ok: true, chains: 0, entries: 0, anchors: 0, faults: [] };
    expect(await verifyAudit(read, undefined)).toEqual(nothing);
    expect(await verifyAudit(read, anchors)).toEqual(nothing);
  });

  it.each([3, 4, 5, 8])('a chain of %d in batches of 4', async (count) => {
    await append('a', count);
    await anchor();
    expect(await verifyAudit(read, anchors, { batchSize: 4 })).toEqual({
      ok: true,
      chains: 1,
      entries: count,
      anchors: 1,
      faults: [],
    });
  });

  it('while clients append and anchors are written there is no false alarm', async () => {
    await append('a', 3);
    let verified = 0;
    const until5 = async (work: () => Promise<unknown>) => {
      while (verified < 5) await work();
    };
    const verifying = until5(async () => {
      const { faults } = await verifyAudit(read, anchors, { batchSize: 40 });
      expect(faults).toEqual([]);
      verified += 1;
    });
    const clients = ['a', 'a', 'b', 'c'].map((chain) => until5(() => append(chain, 1)));
    const anchoring = until5(anchor);
    await Promise.all([verifying, ...clients, anchoring]);
    const { ok, entries } = await verifyAudit(read, anchors);
    expect({ ok, many: entries > 20 }).toEqual({ ok: true, many: true });
  });

  it('a chain that grows faster than it is read is not followed for ever', async () => {
    await append('a', 4);
    let reads = 0;
    const growing: ReadRows = async (sql, params) => {
      if ((reads += 1) > 20) throw new Error('goes on and on');
      await append('a', 1);
      return read(sql, params);
    };
    const report = await verifyAudit(growing, undefined, { batchSize: 1 });
    expect(report).toMatchObject({ ok: true, chains: 1 });
    expect(report.entries).toBeLessThan(10);
  });

  it('tells how far it is, and stops when it is told to', async () => {
    await append('a', 6);
    await append('b', 5);
    const heard: unknown[] = [];
    const stop = new AbortController();
    const options = { batchSize: 4, signal: stop.signal };
    await verifyAudit(read, undefined, { ...options, onProgress: (done) => heard.push(done) });
    expect(heard).toEqual([
      { chains: 0, entries: 4 },
      { chains: 0, entries: 6 },
      { chains: 1, entries: 6 },
      { chains: 1, entries: 10 },
      { chains: 1, entries: 11 },
      { chains: 2, entries: 11 },
    ]);
    const onProgress = () => stop.abort(new Error('enough'));
    await expect(verifyAudit(read, undefined, { ...options, onProgress })).rejects.toThrow(
      'enough',
    );
    await expect(verifyAudit(read, undefined, options)).rejects.toThrow('enough');
  });

  it('each chain has its own first fault; the others are walked to their end', async () => {
    for (const chain of ['a', 'b', 'c', 'd']) await append(chain, 6);
    await anchor();
    await database.query("UPDATE audit_entries SET actor = 'x' WHERE chain = 'a' AND seq >= 2");
    await database.query("DELETE FROM audit_entries WHERE chain = 'b' AND seq = 3");
    await database.query("DELETE FROM audit_entries WHERE chain = 'd'");
    await database.query("DELETE FROM audit_chains WHERE chain = 'd'");
    const report = await verifyAudit(read, anchors);
    expect(report).toMatchObject({ ok: false, chains: 3, entries: 1 + 2 + 6, anchors: 4 });
    expect(report.faults).toMatchObject([
      { id: 'a#2', chain: 'a', seq: 2, kind: 'CONTENT_CHANGED' },
      { id: 'b#3', kind: 'GAP', expected: 'entry 3', found: 'entry 4' },
      { id: 'd#1', kind: 'CHAIN_MISSING', expected: '6 entries' },
    ]);
  });

  it('a chain that was never begun by us is found: entries without a head, a head without entries', async () => {
    await append('a', 2);
    await database.query(
      `INSERT INTO audit_entries SELECT (json_populate_record(e, '{"chain": "planted"}')).*
       FROM audit_entries e`,
    );
    await database.query(
      "INSERT INTO audit_chains VALUES ('bare', 3, '', now()), ('zero', 0, '', now())",
    );
    expect(await faultsNow()).toMatchObject([
      { id: 'bare#1', kind: 'TAIL_CUT' },
      { id: 'planted#1', kind: 'CONTENT_CHANGED' },
      { id: 'zero#0', kind: 'HEAD_DIFFERS' },
    ]);
  });

  it('a head of no entries in the anchors hides no later ones', async () => {
    await database.query("INSERT INTO audit_chains VALUES ('a', 0, repeat('0', 64), now())");
    await anchor();
    await append('a', 3);
    await anchor();
    await append('a', 1);
    const forged = await readHeads(read);
    await anchors.append([{ chain: 'a', count: 4, hash: 'f'.repeat(64) }], new Date());
    expect(await faultsNow()).toMatchObject([{ id: 'a#4', kind: 'CHAIN_REWRITTEN', provenTo: 3 }]);
    expect(forged).toMatchObject([{ count: 4 }]);
  });

  it.each([1, 2, 3, 4, 5, 8])('a number that is there twice: entry %d', async (seq) => {
    await append('a', 8);
    await database.query(
      `INSERT INTO audit_entries SELECT (json_populate_record(e, '{"at": "2029-01-01"}')).*
       FROM audit_entries e WHERE seq = $1`,
      [seq],
    );
    expect(await faultsNow()).toMatchObject([{ id: `a#${seq}`, kind: 'GAP' }]);
  });

  it.each([
    [{ count: 7 }, { id: 'a#7', kind: 'TAIL_CUT', expected: '7 entries', found: '6 entries' }],
    [{ count: 4 }, { id: 'a#4', kind: 'HEAD_DIFFERS' }],
    [{ head_hash: 'x' }, { id: 'a#6', kind: 'HEAD_DIFFERS', found: 'x' }],
  ])('a head that says %j', async (says, fault) => {
    await append('a', 6);
    const [column = '', value] = Object.entries(says)[0] ?? [];
    await database.query(`UPDATE audit_chains SET ${column} = $1`, [value]);
    expect(await faultsNow()).toMatchObject([fault]);
  });

  it('what is cut off while the chain is walked is missed at its end', async () => {
    await append('a', 6);
    const cutting: ReadRows = async (sql, params) => {
      if (sql.includes('max(seq)')) await database.query('DELETE FROM audit_entries WHERE seq = 6');
      return read(sql, params);
    };
    const { faults } = await verifyAudit(cutting, undefined);
    expect(faults).toMatchObject([{ id: 'a#6', kind: 'TAIL_CUT', expected: '6 entries' }]);
  });

  it('a head that was put back: the entries behind it are no longer known', async () => {
    await append('a', 6);
    await database.query(HEAD_OF_3);
    expect(await faultsNow()).toMatchObject([
      { id: 'a#4', kind: 'HEAD_DIFFERS', expected: '6 entries', found: '3 entries' },
    ]);
  });

  it('where a chain was hung on another entry, an anchor tells which of the two is forged', async () => {
    await append('a', 3);
    await anchor();
    await append('a', 3);
    const rows = await readChain(read, { chain: 'a', limit: 9 });
    const third = { ...(rows[2] as StoredEntry), hash: 'f'.repeat(64) };
    const runner = database.dataSource.createQueryRunner();
    await new ForgedChain(runner, 'a', rows.with(2, third), []).rewriteFrom(4, rows.slice(3));
    await runner.release();
    expect(await faultsNow()).toMatchObject([{ id: 'a#4', kind: 'LINK_BROKEN', provenTo: 3 }]);
    const { faults } = await verifyAudit(read, undefined);
    expect(faults).toMatchObject([{ id: 'a#3', kind: 'LINK_BROKEN', provenTo: 0 }]);
  });

  it('a backup that was brought back and written on is no longer the anchored chain', async () => {
    await append('a', 6);
    await anchor();
    await database.query(`DELETE FROM audit_entries WHERE seq > 3; ${HEAD_OF_3}`);
    await anchor();
    await append('a', 9);
    await anchor();
    expect(await faultsNow()).toMatchObject([{ id: 'a#6', kind: 'CHAIN_REWRITTEN', provenTo: 3 }]);
  });

  it('a broken anchor file is a fault of its own; the lines before it still count', async () => {
    await append('a', 4);
    await anchor();
    await append('a', 1);
    await anchor();
    await appendFile(path.join(folder, 'anchors'), 'x\n');
    await database.query(`DELETE FROM audit_entries WHERE seq > 3; ${HEAD_OF_3}`);
    const { faults, anchors: compared } = await verifyAudit(read, anchors);
    expect(compared).toBe(2);
    expect(faults).toMatchObject([
      { chain: null, id: 'anchors#3', seq: 3, kind: 'ANCHOR_BROKEN' },
      { id: 'a#4', kind: 'TAIL_CUT', expected: '5 entries' },
    ]);
  });

  it('an anchor file that is shorter than its known tip is a fault', async () => {
    await append('a', 1);
    const tip = await anchor();
    const other = new AnchorFile(path.join(folder, randomUUID()), createSecretKey(randomBytes(32)));
    expect((await verifyAudit(read, anchors, { tip })).ok).toBe(true);
    expect((await verifyAudit(read, other, { tip })).faults).toMatchObject([
      { id: 'anchors#1', kind: 'ANCHOR_BROKEN' },
    ]);
  });

  it('a disk that fails is not taken for tampering', async () => {
    const folderForFile = new AnchorFile(folder, createSecretKey(randomBytes(32)));
    await expect(verifyAudit(read, folderForFile)).rejects.toMatchObject({ code: 'EISDIR' });
  });
});
