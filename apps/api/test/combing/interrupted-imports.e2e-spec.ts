import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ItemStandard } from '@yikou/domain';
import { RunImports } from '../../src/combing/index.js';
import type { Client, Problem } from '../support/client.js';
import { handIn, listFile, standardsOf, type Import } from '../support/combing.js';
import { openDistrict, type District } from '../support/district.js';
import { until } from '../support/worker.js';

const STREET = '410103001000';
const IMPORTS = '/api/v1/street-lists/imports';

describe('R30: an import that does not come to its end leaves nothing half', () => {
  let district: District;
  let supervisor: Client;
  let standards: ItemStandard[];
  let worker: ChildProcess | undefined;

  beforeAll(async () => {
    district = await openDistrict();
    supervisor = await district.as('erqi-supervisor');
    standards = await standardsOf(district);
  });
  afterAll(async () => {
    worker?.kill('SIGKILL');
    await district.close();
  });

  const few = (): ItemStandard[] => standards.slice(0, 5);
  const again = ({ id }: Import) => supervisor.get<Import>(`${IMPORTS}/${id}`);
  const editions = async (): Promise<number[]> => {
    const rows: { edition: number }[] = await district.sql.query(
      'SELECT edition FROM street_lists WHERE area_code = $1 ORDER BY edition',
      [STREET],
    );
    return rows.map(({ edition }) => edition);
  };

  it('cancelled before its turn, nothing is imported; cancelled twice is refused', async () => {
    const before = await editions();
    const { body } = await handIn(supervisor, STREET, await listFile(few(), 'json'));
    expect(body).toMatchObject({ state: 'WAITING', mayCancel: true });
    const cancelled = await supervisor.do<Import>(`${IMPORTS}/${body.id}/cancel`, {});
    expect([cancelled.state, cancelled.mayCancel]).toEqual(['CANCELLED', false]);
    expect(await district.app.get(RunImports).drain()).toBe(0);
    expect(await editions()).toEqual(before);
    const twice = await supervisor.post<Problem>(`${IMPORTS}/${body.id}/cancel`, {});
    expect([twice.status, twice.body.code]).toEqual([409, 'combing.import_over']);
  });

  it('cancelled while it is written, nothing of it stays', async () => {
    const before = await editions();
    const { body } = await handIn(supervisor, STREET, manyRows(3000));
    const running = district.app.get(RunImports).drain();
    await until(
      'rows are being written',
      () => again(body),
      ({ rowsWritten, state }) => rowsWritten > 0 || state !== 'RUNNING',
    );
    const { status } = await supervisor.post(`${IMPORTS}/${body.id}/cancel`, {});
    await running;
    const { state } = await again(body);
    // Whoever was faster: cancelled leaves nothing, done leaves all.
    const after = await editions();
    expect([status, state, after.length - before.length]).toEqual(
      status === 200 ? [200, 'CANCELLED', 0] : [409, 'DONE', 1],
    );
  });

  it('a worker that is killed half-way: the import is taken up again, once', async () => {
    district.clock.moveTo(new Date());
    const before = await editions();
    const { body } = await handIn(supervisor, STREET, manyRows(6000));
    worker = spawnWorker(district);
    await until(
      'the worker is at it',
      () => again(body),
      ({ rowsMatched }) => rowsMatched > 0,
      60_000,
    );
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    expect((await again(body)).state).toBe('RUNNING');
    expect(await editions()).toEqual(before);
    // Nobody takes it while its runner may be alive.
    expect(await district.app.get(RunImports).drain()).toBe(0);
    district.clock.moveTo(new Date(Date.now() + 61_000));
    expect(await district.app.get(RunImports).drain()).toBe(1);
    const done = await again(body);
    expect([done.state, done.rowsWritten]).toEqual(['DONE', 6000]);
    expect((await editions()).length).toBe(before.length + 1);
  }, 120_000);

  it('an import that fails again and again is given up, and says so', async () => {
    const { body } = await handIn(supervisor, STREET, await listFile(few(), 'json'));
    await district.sql.query(
      'UPDATE street_list_imports SET storage_key = gen_random_uuid() WHERE id = $1',
      [body.id],
    );
    await district.app.get(RunImports).drain();
    const { state, refusalCode, finishedAt } = await again(body);
    expect([state, refusalCode, finishedAt === null]).toEqual(['FAILED', 'combing.gave_up', false]);
  });

  /** Small items: a file holds 10 MB. */
  function manyRows(count: number): { name: string; content: Buffer } {
    const [item] = few();
    const slim = { ...item, materials: [], steps: [], legalBases: [], conditions: [], note: '' };
    const items = Array.from({ length: count }, (_, i) => {
      return { ...slim, code: `M-${i}`, name: `第${i}项服务` };
    });
    return { name: 'many.json', content: Buffer.from(JSON.stringify({ items })) };
  }
});

/** The worker as a process of its own, so that it can be killed without a word. */
function spawnWorker(district: District): ChildProcess {
  const script = new URL('../../dist/src/worker.js', import.meta.url).pathname;
  return spawn(process.execPath, [script], {
    stdio: 'ignore',
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: district.settings.databaseUrl,
      YIKOU_DATA: district.settings.dataFolder,
    },
  });
}
