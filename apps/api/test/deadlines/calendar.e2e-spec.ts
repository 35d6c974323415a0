import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OutboxRelay } from '@yikou/platform';
import { RaiseCalendarAlarm } from '../../src/deadlines/calendar/raise-calendar-alarm.js';
import {
  bringIntoForce,
  datesOf,
  letWork,
  off,
  submit,
  work,
  type Change,
} from '../support/calendar.js';
import { registered } from '../support/cases.js';
import type { Client, Dto } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';

describe('the calendar and its notices', () => {
  let district: District;
  let supervisor: Client;

  beforeAll(async () => {
    district = await openDistrict();
    supervisor = await district.as('erqi-supervisor');
  });
  afterAll(() => district.close());

  it('P6: a year with its working days, rest days, holidays and make-up days by name', async () => {
    const year = await supervisor.get<Dto<'CalendarYearDto'>>('/api/v1/calendar/years/2026');
    expect(year).toMatchObject({ published: true, revision: 1 });
    expect(year.days).toHaveLength(365);
    const of = (date: string) => year.days.find((day) => day.date === date);
    expect(of('2026-02-14')).toMatchObject({ kind: 'MAKE_UP_WORKING_DAY', name: '春节' });
    expect(of('2026-10-01')).toMatchObject({ kind: 'HOLIDAY', name: '国庆节' });
    expect(of('2026-03-10')).toEqual({ date: '2026-03-10', kind: 'WORKING_DAY', name: null });
    expect(of('2026-03-14')).toMatchObject({ kind: 'REST_DAY' });
    const next = await supervisor.get<Dto<'CalendarYearDto'>>('/api/v1/calendar/years/2027');
    expect(next).toMatchObject({ published: false, revision: 0, source: null });
    const beyond = await supervisor.send<{ code: string }>('GET', '/api/v1/calendar/years/2061');
    expect(beyond.body.code).toBe('calendar.year_invalid');
  });

  it('a notice that cannot be is refused at the day at fault; only the district’s office enters one', async () => {
    const body = { year: 2027, documentNumber: '1', reason: '通知' };
    const faults: [object, string, string][] = [
      [{ days: off('元旦', '2027-02-30') }, 'calendar.date_invalid', 'days.0.date'],
      [{ days: off('元旦', '2028-01-01') }, 'calendar.day_not_of_year', 'days.0.date'],
      [{ days: work('元旦', '2027-01-04') }, 'calendar.work_day_not_weekend', 'days.0.date'],
      [{ days: off('元旦', '2027-01-01', '2027-01-01') }, 'calendar.day_repeated', 'days.1.date'],
      [
        { days: [...off('元旦', '2027-01-02'), ...work('元旦', '2027-01-02')] },
        'calendar.day_contradictory',
        'days.1.date',
      ],
      [{ days: off(' ', '2027-01-01') }, 'calendar.day_name_invalid', 'days.0.name'],
      [{ table: { years: { 2026: {} } } }, 'calendar.table_invalid', 'table'],
      [{}, 'calendar.notice_empty', 'days'],
    ];
    for (const [part, code, field] of faults) {
      const answer = await supervisor.post<{ code: string; errors: { field: string }[] }>(
        '/api/v1/calendar/changes',
        { ...body, ...part },
      );
      expect([answer.status, answer.body.code, answer.body.errors[0]?.field]).toEqual([
        400,
        code,
        field,
      ]);
    }
    const system = await district.as('erqi-system');
    expect((await system.post('/api/v1/calendar/changes', body)).status).toBe(403);
    expect((await system.send('GET', '/api/v1/calendar/changes')).status).toBe(200);
  });

  it('T1: from 1 November the missing year is said once a day, and no longer when its notice is here', async () => {
    const alarm = district.app.get(RaiseCalendarAlarm);
    const outlook = () => supervisor.get<Dto<'CalendarOutlookDto'>>('/api/v1/calendar/outlook');
    const news = async () =>
      (
        await district.sql.query<{ payload: { year: number; on: string } }[]>(
          "SELECT payload FROM outbox WHERE topic = 'calendar.year_missing' ORDER BY id",
        )
      ).map(({ payload }) => `${payload.year} ${payload.on}`);
    district.clock.moveTo('2026-10-31T23:59:00+08:00');
    expect([await alarm.run(), (await outlook()).missingYear]).toEqual([null, null]);
    district.clock.moveTo('2026-11-01T00:00:00+08:00');
    expect(await Promise.all([alarm.run(), alarm.run()])).toContain(2027);
    expect(await alarm.run()).toBeNull();
    district.clock.moveTo('2026-11-02T08:00:00+08:00');
    expect([await alarm.run(), (await outlook()).missingYear]).toEqual([2027, 2027]);
    expect(await news()).toEqual(['2027 2026-11-01', '2027 2026-11-02']);
    expect(await district.app.get(OutboxRelay).drain()).toBeGreaterThan(1);
  });

  it('T1: into a year without a notice a deadline is provisional, and the notice makes it certain', async () => {
    district.clock.moveTo('2026-12-28T09:00:00+08:00');
    const clerk = await district.as('dxl-clerk1');
    const kase = await clerk.perform(await registered(clerk, 'EQ-T-05-001'), 'accept');
    const read = async () =>
      (
        await clerk.get<Dto<'DeadlinePageDto'>>(
          `/api/v1/deadlines?subjectId=${kase.id}&kind=PROMISE`,
        )
      ).items[0];
    expect(await read()).toMatchObject({ provisional: true });
    const change = await bringIntoForce(
      district,
      2027,
      off('元旦', ...datesOf('2027-01-01', '2027-01-03')),
    );
    expect(change.revision).toBe(1);
    expect(await district.app.get(RaiseCalendarAlarm).run()).toBeNull();
    const certain = await read();
    expect(certain).toMatchObject({ provisional: false });
    expect(change.moved).toBe(
      (
        await district.sql.query<object[]>(
          "SELECT FROM deadline_events WHERE kind = 'RECALCULATED'",
        )
      ).length,
    );
    const same = { year: 2027, documentNumber: '2', reason: '再次' };
    const days = off('元旦', ...datesOf('2027-01-01', '2027-01-03'));
    const answer = await supervisor.post<{ code: string }>('/api/v1/calendar/changes', {
      ...same,
      days,
    });
    expect([answer.status, answer.body.code]).toEqual([409, 'calendar.nothing_changes']);
  });

  it('what was simulated on an older calendar is not saved; what is given up moves nothing', async () => {
    const first = await submit(district, 2027, off('元旦', '2027-01-01'));
    const second = await submit(
      district,
      2027,
      off('元旦', ...datesOf('2027-01-01', '2027-01-02')),
    );
    const path = `/api/v1/calendar/changes/${second.id}`;
    const early = await supervisor.post<{ code: string }>(`${path}/save`, {});
    expect(early.body.code).toBe('calendar.change_not_simulated');
    await letWork(district);
    await supervisor.do(`/api/v1/calendar/changes/${first.id}/save`, {});
    const stale = await supervisor.post<{ code: string }>(`${path}/save`, {});
    expect(stale.body.code).toBe('calendar.simulated_on_other');
    expect(await supervisor.do<Change>(`${path}/discard`, {})).toMatchObject({
      state: 'DISCARDED',
    });
    await letWork(district);
  });
});
