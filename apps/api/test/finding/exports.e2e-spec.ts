import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { ExportProgress } from '../../src/finding/export-progress.js';
import { WriteExports } from '../../src/finding/write-exports.js';
import { accepted, APPLICANT, type Case } from '../support/cases.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';
import { until } from '../support/worker.js';
import { plantCases } from './many-cases.js';

type Export = Dto<'ExportDto'>;

const EXPORTS = '/api/v1/exports';

describe('lists taken along', () => {
  let district: District;
  let clerk: Client;
  let watcher: Client;
  let kase: Case;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
    watcher = await district.as('erqi-supervisor');
    kase = await accepted(clerk, 'EQ-T-05-001');
    await plantCases(district, kase.id, 4000);
  }, 60_000);
  afterAll(() => district.close());

  const write = () => district.app.get(WriteExports).run();
  const requested = (body: object, who = clerk) => who.do<Export>(EXPORTS, body);
  const one = (id: string, who = clerk) => who.get<Export>(`${EXPORTS}/${id}`);
  const fileOf = async (id: string, who: Client): Promise<string[][]> => {
    const answer = await fetch(`${district.url}${EXPORTS}/${id}/file`, {
      headers: { authorization: `Bearer ${who.token}` },
    });
    if (answer.status !== 200) throw new Error(await answer.text());
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await answer.arrayBuffer());
    const rows: string[][] = [];
    workbook.worksheets[0]?.eachRow((row) => {
      rows.push((row.values as unknown[]).slice(1).map(String));
    });
    return rows;
  };
  const filesKept = async () =>
    (await readdir(district.settings.dataFolder, { recursive: true, withFileTypes: true })).filter(
      (entry) => entry.isFile() && entry.parentPath.includes('/files/'),
    ).length;

  it('holds what the list shows to whoever asked, in its order, names masked (P5)', async () => {
    const { id } = await requested({ list: 'CASES', state: 'DECIDED' });
    expect((await one(id)).state).toBe('WAITING');
    await write();
    const [header, ...rows] = await fileOf(id, clerk);
    const notes = rows.splice(-1);
    expect(header?.slice(0, 2)).toEqual(['办件编号', '事项名称']);
    const [expected]: { numbers: string[] }[] = await district.sql.query(
      `SELECT array_agg(c.number ORDER BY c.registered_at DESC, c.id DESC) AS numbers FROM cases c
       JOIN case_units u ON u.case_id = c.id WHERE u.unit_id = $1 AND c.state = 'DECIDED'`,
      [clerk.account.unit.id],
    );
    expect(rows.map(([number]) => number)).toEqual(expected?.numbers);
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.every((row) => row[4] === '已办结' && /^.\*\*$/.test(row[5] ?? ''))).toBe(true);
    expect(notes[0]?.[0]).toContain(`共导出 ${rows.length} 行`);
    expect(await one(id)).toMatchObject({
      state: 'READY',
      rowsDone: rows.length,
      truncated: false,
    });
  });

  it('a whole district comes in batches; worklists and deadlines as well', async () => {
    const whole = await requested({ list: 'CASES' }, watcher);
    const heap = await requested({ list: 'WORKLIST', worklist: 'TO_CLAIM' });
    const late = await requested({ list: 'DEADLINES', light: 'OVERDUE' });
    await write();
    expect(await fileOf(whole.id, watcher)).toHaveLength(1 + 4001 + 1);
    expect(await one(whole.id, watcher)).toMatchObject({ rowsDone: 4001 });
    expect((await fileOf(heap.id, clerk)).at(1)?.at(13)).toBe('受理');
    const [, first] = await fileOf(late.id, clerk);
    expect(first?.[6]).toBe('超期');
    const text = JSON.stringify(await fileOf(whole.id, watcher));
    expect(text).not.toContain(APPLICANT.name);
  });

  it('nobody sees or fetches another person’s', async () => {
    const { items } = await clerk.get<Dto<'ExportPageDto'>>(EXPORTS);
    const [mine] = items;
    const colleague = await district.as('dxl-clerk2');
    for (const path of [`${EXPORTS}/${mine?.id}`, `${EXPORTS}/${mine?.id}/file`]) {
      const { body } = await colleague.send<Problem>('GET', path);
      expect(body.code).toBe('finding.export_unknown');
    }
    expect((await colleague.get<Dto<'ExportPageDto'>>(EXPORTS)).items).toEqual([]);
  });

  it('called off while it is written: it ends at once and leaves no file', async () => {
    const before = await filesKept();
    const { id } = await requested({ list: 'CASES' }, watcher);
    const writing = write();
    await until(
      'the first batch',
      () => one(id, watcher),
      ({ rowsDone }) => rowsDone > 0,
    );
    await watcher.do(`${EXPORTS}/${id}/cancel`, {});
    await writing;
    expect(await one(id, watcher)).toMatchObject({ state: 'CANCELLED', bytes: null });
    expect(await filesKept()).toBe(before);
    const again = await watcher.post<Problem>(`${EXPORTS}/${id}/cancel`, {});
    expect([again.status, again.body.code]).toEqual([409, 'finding.export_over']);
  });

  it('three of one person wait at once, not four', async () => {
    const waiting = [];
    for (let n = 0; n < 3; n++) waiting.push(await requested({ list: 'DEADLINES' }));
    const fourth = await clerk.post<Problem>(EXPORTS, { list: 'DEADLINES' });
    expect(fourth.body.code).toBe('finding.exports_waiting');
    for (const { id } of waiting) await clerk.do(`${EXPORTS}/${id}/cancel`, {});
  });

  it('who has lost the right meanwhile gets no file', async () => {
    const guide = await district.as('dxl-guide');
    const { id } = await requested({ list: 'CASES' }, guide);
    await district.sql.query('UPDATE accounts SET active = false WHERE login_name = $1', [
      'dxl-guide',
    ]);
    await write();
    await district.sql.query('UPDATE accounts SET active = true WHERE login_name = $1', [
      'dxl-guide',
    ]);
    expect((await one(id, guide)).state).toBe('FAILED');
  });

  it('a worker that died is followed by another, which begins anew', async () => {
    const { id } = await requested({ list: 'DEADLINES' });
    const progress = district.app.get(ExportProgress);
    expect((await progress.take())?.id).toBe(id);
    expect(await progress.take()).toBeUndefined();
    district.clock.moveBy(61_000);
    await write();
    expect((await one(id)).state).toBe('READY');
    district.clock.moveTo(USUAL_MORNING);
  });

  it('after its day the file is gone; the audit knows who asked and who fetched', async () => {
    const { items } = await clerk.get<Dto<'ExportPageDto'>>(EXPORTS);
    const ready = items.filter(({ state }) => state === 'READY');
    district.clock.moveBy(24 * 3_600_000 + 61_000);
    await district.app.get(ExportProgress).expire();
    expect(await filesKept()).toBe(0);
    const later = await district.as('dxl-clerk1');
    const answer = await later.send<Problem>('GET', `${EXPORTS}/${ready[0]?.id}/file`);
    expect([answer.status, answer.body.code]).toEqual([404, 'finding.export_unknown']);
    district.clock.moveTo(USUAL_MORNING);
    const entries: { action: string; count: number }[] = await district.sql.query(
      `SELECT action, count(*)::int AS count FROM audit_entries
       WHERE subject_kind = 'export' AND actor = $1 AND action <> 'export.cancel'
       GROUP BY 1 ORDER BY 1`,
      [clerk.account.displayName],
    );
    expect(entries.map(({ action }) => action)).toEqual(['export.read', 'export.request']);
  });

  it('asking costs the same statements whatever is asked for', async () => {
    const cost = async (body: object) => {
      let id = '';
      const sent = await countQueries(district, async () => ({ id } = await requested(body)));
      await clerk.do(`${EXPORTS}/${id}/cancel`, {});
      return sent.length;
    };
    await clerk.get(EXPORTS);
    expect([await cost({ list: 'CASES' }), await cost({ list: 'DEADLINES' })]).toEqual([10, 10]);
  });
});
