import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registered } from '../support/cases.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, type District } from '../support/district.js';

const CLONES = '/api/v1/offering-clones';

describe('R99: the lead pilot is copied to another street', () => {
  let district: District;
  let supervisor: Client;
  let source: string;
  const target = randomUUID();

  beforeAll(async () => {
    district = await openDistrict();
    supervisor = await district.as('erqi-supervisor');
    source = (await district.as('dxl-clerk1')).account.unit.id;
    await openCentre();
  });
  afterAll(() => district.close());

  /** A street that has a centre and one section, and nothing in it yet. */
  async function openCentre(): Promise<void> {
    const [street]: { code: string }[] = await district.sql.query(
      `SELECT code FROM areas WHERE level = 'STREET' AND NOT pilot ORDER BY code LIMIT 1`,
    );
    await district.sql.query(
      `INSERT INTO units (id, code, kind, name, body, area_code) VALUES
         ($1, 'NEW-ZX', 'CENTRE', '新设便民服务中心', NULL, $2),
         (gen_random_uuid(), 'NEW-MZ', 'SECTION', '新设民政', 'MZ', $2)`,
      [target, street?.code],
    );
    await district.sql.query('UPDATE accounts SET unit_id = $1 WHERE login_name = $2', [
      target,
      'dxl-clerk4',
    ]);
  }

  const request = () => ({ sourceUnitId: source, targetUnitId: target });
  const preview = () =>
    supervisor.get<Dto<'ClonePreviewDto'>>(
      `${CLONES}/preview?sourceUnitId=${source}&targetUnitId=${target}`,
    );
  const offered = async () => {
    const path = `/api/v1/units/${target}/offerings?limit=100`;
    return (await supervisor.get<Dto<'OfferingPageDto'>>(path)).items;
  };

  it('the preview says what comes, what is there, and what does not come and why', async () => {
    const plan = await preview();
    expect(plan.present).toEqual([]);
    expect(plan.refused.length).toBeGreaterThan(5);
    expect(new Set(plan.refused.map(({ because }) => because))).toEqual(new Set(['NO_SECTION']));
    expect(plan.added.length + plan.refused.length).toBe(45);
    expect(plan.counters.length).toBeGreaterThanOrEqual(4);
    expect(await offered()).toEqual([]);
  });

  it('run and undone: the centre is as it was; another street’s people may not', async () => {
    const plan = await preview();
    const clone = await supervisor.do<Dto<'CloneDto'>>(CLONES, request());
    expect(clone).toMatchObject({
      offeringCount: plan.added.length,
      counters: plan.counters,
      settled: null,
    });
    const items = await offered();
    expect(items.map(({ itemCode }) => itemCode)).toEqual(plan.added.map(({ code }) => code));
    const onTheSpot = items.find(({ itemCode }) => itemCode === 'EQ-T-20-001');
    expect(onTheSpot).toMatchObject({ section: { name: '新设民政' }, because: 'NOT_AUTHORISED' });
    expect((await preview()).present).toHaveLength(plan.added.length);
    const admin = await district.as('jzj-admin');
    expect((await admin.post(`${CLONES}/${clone.id}/undo`, {})).status).toBe(403);
    const twice = await supervisor.post<Problem>(CLONES, request());
    expect(twice.body.code).toBe('catalog.clone_adds_nothing');

    const undone = await supervisor.do<Dto<'CloneDto'>>(`${CLONES}/${clone.id}/undo`, {});
    expect(undone.settled).toBe('UNDONE');
    expect(await offered()).toEqual([]);
    expect(await preview()).toEqual(plan);
    const again = await supervisor.post<Problem>(`${CLONES}/${clone.id}/undo`, {});
    expect(again.body.code).toBe('catalog.clone_undone_already');
  });

  it('a request and the undoing in the same millisecond: never a case on what is gone', async () => {
    const clerk = await district.as('dxl-clerk4');
    const outcomes: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      district.clock.moveBy(1000);
      const clone = await supervisor.do<Dto<'CloneDto'>>(CLONES, request());
      const [taken, undone] = await Promise.all([
        registered(clerk, 'EQ-T-20-001').then(
          () => true,
          () => false,
        ),
        supervisor.post<Problem>(`${CLONES}/${clone.id}/undo`, {}),
      ]);
      outcomes.push(`${taken} ${undone.status}`);
      if (!taken) continue;
      // It was served: taken out by hand for the next round.
      await district.sql.query('DELETE FROM offerings WHERE clone_id = $1', [clone.id]);
      await district.sql.query('DELETE FROM counters WHERE unit_id = $1', [target]);
    }
    expect(outcomes.filter((one) => one !== 'true 409' && one !== 'false 200')).toEqual([]);
  });

  it('once somebody was served by it, it stays, and says why', async () => {
    district.clock.moveBy(1000);
    const clone = await supervisor.do<Dto<'CloneDto'>>(CLONES, request());
    await registered(await district.as('dxl-clerk4'), 'EQ-T-20-001');
    const refused = await supervisor.post<Problem>(`${CLONES}/${clone.id}/undo`, {});
    expect([refused.status, refused.body.code]).toEqual([409, 'catalog.clone_used']);
    const { items } = await supervisor.get<Dto<'ClonePageDto'>>(CLONES);
    expect(items.map(({ settled }) => settled).at(0)).toBe('USED');
    expect((await offered()).length).toBe(clone.offeringCount);
  });

  it.each([
    [
      'onto itself',
      () => ({ sourceUnitId: source, targetUnitId: source }),
      'catalog.clone_onto_itself',
    ],
    [
      'to a nobody',
      () => ({ sourceUnitId: source, targetUnitId: randomUUID() }),
      'catalog.hall_unknown',
    ],
  ])('%s is refused', async (_, body, code) => {
    expect((await supervisor.post<Problem>(CLONES, body())).body.code).toBe(code);
  });

  it('costs the same however much is copied', async () => {
    const other = { sourceUnitId: target, targetUnitId: source };
    await supervisor.post(`/api/v1/units/${target}/offerings`, { itemCode: 'EQ-T-01-002' });
    const sent = await countQueries(district, () => supervisor.post(CLONES, other));
    expect(sent.length).toBeLessThanOrEqual(15);
  });
});
