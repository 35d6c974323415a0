import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Dto, Problem } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';

describe('filters kept', () => {
  let district: District;
  let clerk: Client;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
  });
  afterAll(() => district.close());

  const LIST = '/api/v1/case-list';
  const named = (settings: Dto<'CaseListSettingsDto'>, name: string) => {
    const filter = settings.filters.find((one) => one.name === name);
    if (!filter) throw new Error(`no ${name}`);
    return filter;
  };

  it('one’s own, shared within the unit, renamed, the default, gone', async () => {
    const body = { name: '待我受理', shared: false, filter: { state: 'REGISTERED' } };
    let own = named(await clerk.do(`${LIST}/filters`, body), '待我受理');
    expect(own).toMatchObject({ own: true, shared: false, filter: { state: 'REGISTERED' } });
    const [colleague, other] = [await district.as('dxl-clerk2'), await district.as('jzj-clerk1')];
    const seenBy = async (who: Client) =>
      (await who.get<Dto<'CaseListSettingsDto'>>(LIST)).filters.map(({ name }) => name);
    expect(await seenBy(colleague)).toEqual([]);
    const change = (id: string, patch: object, who = clerk) =>
      who.send<Dto<'CaseListSettingsDto'> & Problem>('PATCH', `${LIST}/filters/${id}`, {
        body: JSON.stringify(patch),
        headers: { 'content-type': 'application/json' },
      });
    own = named((await change(own.id, { name: '新收件', shared: true })).body, '新收件');
    expect([await seenBy(colleague), await seenBy(other)]).toEqual([['新收件'], []]);
    expect((await change(own.id, { name: '改名' }, colleague)).body.code).toBe(
      'finding.filter_unknown',
    );

    const put = (patch: object, who = clerk) =>
      who.send<Dto<'CaseListSettingsDto'> & Problem>('PUT', LIST, {
        body: JSON.stringify(patch),
        headers: { 'content-type': 'application/json' },
      });
    expect((await put({ defaultFilterId: own.id }, other)).body.code).toBe(
      'finding.filter_unknown',
    );
    await put({ defaultFilterId: own.id }, colleague);
    const { body: arranged } = await put({ columns: ['item', 'deadline'] }, colleague);
    expect(arranged).toMatchObject({ columns: ['item', 'deadline'], defaultFilterId: own.id });

    expect(
      (await clerk.post<Problem>(`${LIST}/filters`, { ...body, name: '新收件' })).body.code,
    ).toBe('finding.filter_name_taken');
    await clerk.send('DELETE', `${LIST}/filters/${own.id}`);
    const left = await colleague.get<Dto<'CaseListSettingsDto'>>(LIST);
    expect(left).toMatchObject({
      filters: [],
      columns: ['item', 'deadline'],
      defaultFilterId: null,
    });
  });

  it('a filter that the list would not take is not kept', async () => {
    const answer = await clerk.post<Problem>(`${LIST}/filters`, {
      name: '错',
      shared: false,
      filter: { dueFrom: '2026-02-30' },
    });
    expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([400, 'field.local_date']);
  });
});
