import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Dice } from '../testing/dice.js';
import { ForgedChain } from '../testing/forged-chain.js';
import { FORGERIES, type Forgery } from '../testing/forgeries.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { AnchorFile } from './anchors.js';
import { appendAudit } from './append-audit.js';
import { readChain, readHeads, type ReadRows, type StoredEntry } from './audit-reader.js';
import { verifyAudit } from './verify-audit.js';

const seed = Number(process.env.YIKOU_SEED ?? Date.now() % 2 ** 31);
const ROUNDS = 167;

describe(`S4: 1000 tamperings are found (YIKOU_SEED=${seed})`, () => {
  let database: TestDatabase;
  let folder: string;
  let anchors: AnchorFile;
  const dice = new Dice(seed);
  const chains: [string, ...string[]] = [randomUUID(), 'system'];
  const rows = new Map<string, StoredEntry[]>();
  const anchored = new Map<string, number[]>();
  const read: ReadRows = (sql, params) => database.query(sql, params);

  /** Over five months, now and then by a clock that was put back. */
  const append = (chain: string, turn: number) =>
    database.dataSource.transaction((tx) =>
      appendAudit(tx, {
        chain,
        at: new Date(Date.UTC(2026, 0) + turn * 4e8 + dice.below(6e8)),
        action: dice.oneOf(['case.accept', 'case.read', '登录']),
        accountId: dice.oneOf([null, randomUUID()]),
        actor: dice.oneOf(['王芳', 'worker']),
        areaPath: '/410100/410103/',
        subjectKind: 'case',
        subjectId: randomUUID(),
        reason: dice.oneOf([null, '核对身份']),
        changes: { turn, state: ['REGISTERED', 'ACCEPTED'] },
      }),
    );

  async function anchor(): Promise<void> {
    const heads = await readHeads(read);
    await anchors.append(heads, new Date('2026-11-23T09:00:00Z'));
    for (const { chain, count } of heads) {
      anchored.set(chain, [...new Set([...(anchored.get(chain) ?? []), count])]);
    }
  }

  beforeAll(async () => {
    database = await testDatabase();
    // Ten thousand statements are planned here, each for every month there is.
    await database.query(
      `DO $$ BEGIN FOR year IN 2026..2028 LOOP FOR month IN 1..12 LOOP
         CONTINUE WHEN year = 2026 AND month < 6;
         EXECUTE format('DROP TABLE audit_entries_%s_%s', year, to_char(month, 'FM00'));
       END LOOP; END LOOP; END $$`,
    );
    folder = await mkdtemp(path.join(os.tmpdir(), 'yikou-anchors-'));
    anchors = new AnchorFile(path.join(folder, 'anchors'), createSecretKey(randomBytes(32)));
    for (let turn = 0; turn < 32; turn += 1) {
      for (const chain of chains) {
        for (let n = turn % 8 === 0 ? 1 : dice.below(4); n > 0; n -= 1) await append(chain, turn);
      }
      if (turn % 4 === 3) await anchor();
    }
    // The newest entries have no anchor yet.
    for (const chain of chains) await append(chain, 32);
    for (const chain of chains) rows.set(chain, await readChain(read, { chain, limit: 1000 }));
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  /** Forges in a transaction that is rolled back, and looks at the forged tables from inside. */
  async function tamper(forge: Forgery) {
    const chain = dice.oneOf(chains);
    const runner = database.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      const forging = new ForgedChain(
        runner,
        chain,
        rows.get(chain) ?? [],
        anchored.get(chain) ?? [],
      );
      const verdict = await forge(forging, dice);
      // Batches of all sizes: the fault must not slip through between two.
      const batchSize = dice.oneOf([17, 1000, 1000]);
      const report = await verifyAudit((sql, params) => runner.query(sql, params), anchors, {
        batchSize,
      });
      return { chain, verdict, report };
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  it('none is found where nothing was changed', async () => {
    const entries = [...rows.values()].flat().length;
    const sound = { ok: true, chains: 2, entries, faults: [] };
    expect(await verifyAudit(read, anchors)).toMatchObject(sound);
    expect(await verifyAudit(read, anchors, { batchSize: 1 })).toMatchObject(sound);
  });

  it.each(FORGERIES)(`${ROUNDS} of ${ROUNDS}: %s`, async (_kind, forgeries) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const which = round % forgeries.length;
      const { chain, verdict, report } = await tamper(forgeries[which] as Forgery);
      const [fault, ...others] = report.faults;
      const { seq, kinds, since } = verdict;
      expect({ round, which, fault, others }).toMatchObject({
        fault: { chain, seq, id: `${chain}#${seq}`, kind: expect.stringMatching(kinds.join('|')) },
        others: [],
      });
      if (since === undefined) continue;
      const proven = (anchored.get(chain) ?? []).filter((count) => count < since).at(-1) ?? 0;
      expect({ round, which, provenTo: fault?.provenTo }).toEqual({
        round,
        which,
        provenTo: proven,
      });
    }
  });
});
