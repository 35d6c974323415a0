import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Case } from '../support/cases.js';
import { citizen } from '../support/citizens.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';

const ITEM = 'EQ-T-05-001';
const ADDRESS = '郑州市二七区大学路街道祥和社区';
type Visit = Dto<'HomeVisitDto'> & Problem;

describe('R66: home visits', () => {
  let district: District;
  let clerk: Client;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
  });
  afterAll(() => district.close());

  const asked = async (n: number, more: object = {}) => {
    const applicant = { ...citizen(n), address: `${ADDRESS}${n}号` };
    const body = { itemCode: ITEM, reason: 'ELDERLY', applicant, ...more };
    return (await clerk.post<Visit>('/api/v1/home-visits', body)).body;
  };
  const arrange = async ({ id }: Visit, position: number, more: object = {}) => {
    const plan = { visitOn: '2026-03-12', assigneeId: clerk.account.id, position, ...more };
    return (await clerk.post<Visit>(`/api/v1/home-visits/${id}/assign`, plan)).body;
  };
  const end = async ({ id }: Visit, outcome: string) =>
    (await clerk.post<Visit>(`/api/v1/home-visits/${id}/end`, { outcome, result: '家中无人。' }))
      .body;

  it('is asked for with a reason and an address, and shown masked', async () => {
    const visit = await asked(1, { note: '听力不好，电话 13800138000' });
    expect(visit).toMatchObject({ state: 'REQUESTED', reason: 'ELDERLY', applicantName: '周*' });
    expect(visit.note).toBe('听力不好，电话 138****8000');
    const without = await asked(2, { applicant: citizen(2) });
    expect(without.errors?.map(({ field }) => field)).toEqual(['applicant.address']);
    expect((await asked(3, { reason: 'FAR' })).status).toBe(400);
  });

  it('is arranged for a colleague on a day to come; the way of the day is in order and in clear', async () => {
    const [first, second] = [await asked(11), await asked(12)];
    const elsewhere = await district.as('jzj-clerk1');
    const codes = [
      await arrange(first, 1, { visitOn: '2026-03-09' }),
      await arrange(first, 1, { assigneeId: elsewhere.account.id }),
      await end(first, 'DONE'),
    ].map(({ code }) => code);
    expect(codes).toEqual([
      ...['homeVisit.day_past', 'homeVisit.assignee_elsewhere', 'homeVisit.not_assigned'],
    ]);
    expect((await arrange(first, 2)).state).toBe('ASSIGNED');
    await arrange(second, 1);
    const route = await clerk.do<Dto<'RouteDto'>>('/api/v1/home-visits/route', {
      on: '2026-03-12',
    });
    expect(route.stops.map(({ position, address }) => [position, address])).toEqual([
      [1, `${ADDRESS}12号`],
      [2, `${ADDRESS}11号`],
    ]);
    expect(route.stops[0]?.telephone).toBe(citizen(12).telephone);
    const theirs = await elsewhere.do<Dto<'RouteDto'>>('/api/v1/home-visits/route', {
      on: '2026-03-12',
    });
    expect(theirs.stops).toEqual([]);
    const [entry]: { changes: string }[] = await district.sql.query(
      "SELECT changes FROM audit_entries WHERE action = 'homeVisit.route' ORDER BY at LIMIT 1",
    );
    expect(entry?.changes).toContain('2026-03-12');
    expect(entry?.changes).not.toContain(ADDRESS);
  });

  it('ends with a result, or as a case; nothing of the person is kept beside it', async () => {
    const notMet = await asked(21);
    await arrange(notMet, 3);
    expect(await end(notMet, 'NOT_MET')).toMatchObject({ state: 'NOT_MET', isOpen: false });
    expect((await end(notMet, 'DONE')).code).toBe('homeVisit.not_open');
    const visited = await asked(22);
    await arrange(visited, 4);
    const kase = await clerk.do<Case>(`/api/v1/home-visits/${visited.id}/register`, {
      receivedMaterials: [0],
    });
    expect(kase.channel).toBe('HOME_VISIT');
    const rows: object[] = await district.sql.query(
      'SELECT name, address, telephone FROM home_visits WHERE id = ANY($1)',
      [[notMet.id, visited.id]],
    );
    expect(rows).toEqual(Array(2).fill({ name: null, address: null, telephone: null }));
    const page = await clerk.get<Dto<'HomeVisitPageDto'>>('/api/v1/home-visits?state=DONE');
    expect(page.items.map(({ caseId }) => caseId)).toEqual([kase.id]);
  });
});
