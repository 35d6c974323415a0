import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EndOfDay } from '../../src/appointments/index.js';
import { citizen } from '../support/citizens.js';
import type { Case } from '../support/cases.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';

const ITEM = 'EQ-T-05-001';
type Booked = Dto<'BookedDto'> & Problem;

describe('R67: appointments', () => {
  let district: District;
  let clerk: Client;
  let unitId: string;
  let people = 0;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
    unitId = clerk.account.unit.id;
    // One counter for this item, so that a slot has one place.
    await district.sql.query('UPDATE offerings SET counters = ARRAY[3] WHERE unit_id = $1', [
      unitId,
    ]);
  });
  afterAll(() => district.close());
  beforeEach(() => district.clock.moveTo(USUAL_MORNING));

  const post = async <T>(path: string, body: object, headers = {}) => {
    const answer = await fetch(`${district.url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as T };
  };
  const request = (slotAt: string, more: object = {}) => ({
    itemCode: ITEM,
    unitId,
    slotAt,
    applicant: citizen(people++),
    requestKey: randomUUID(),
    ...more,
  });
  const book = (slotAt: string, more: object = {}) =>
    post<Booked>('appointments', request(slotAt, more));
  const slots = async (date = '') => {
    const query = `itemCode=${ITEM}&unitId=${unitId}${date && `&date=${date}`}`;
    const answer = await fetch(`${district.url}/api/v1/appointment-slots?${query}`);
    return (await answer.json()) as Dto<'SlotsDto'>;
  };
  const idOf = async (code: string) => {
    const day = await clerk.get<Dto<'AppointmentDayDto'>>(`/api/v1/hall/appointments?code=${code}`);
    return day.items[0]?.id ?? '';
  };

  it('offers the slots to come of working days, make-up days among them, and no day too far', async () => {
    const first = await slots();
    expect(first.days).toEqual([
      ...['2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13', '2026-03-16', '2026-03-17'],
    ]);
    expect(first.slots[0]).toEqual({ at: '2026-03-10T02:00:00.000Z', free: 1 });
    expect(first.slots).toHaveLength(14);
    district.clock.moveTo('2026-02-12T18:00:00+08:00');
    // Saturday the 14th makes up for the Spring Festival that follows.
    expect((await slots()).days).toEqual(['2026-02-13', '2026-02-14']);
  });

  it('books, refuses what cannot be booked, and says which field is wrong', async () => {
    const made = await book('2026-03-11T10:00:00+08:00');
    expect(made).toMatchObject({
      status: 201,
      body: { state: 'BOOKED', counter: 3, applicantName: expect.stringMatching(/^周\*$/) },
    });
    expect(made.body.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const codes: [string, object, string][] = [
      ['2026-03-11T10:00:00+08:00', {}, 'appointment.full'],
      ['2026-03-10T09:00:00+08:00', {}, 'appointment.slot_past'],
      ['2026-03-11T10:10:00+08:00', {}, 'appointment.slot_unknown'],
      ['2026-03-11T17:00:00+08:00', {}, 'appointment.slot_unknown'],
      ['2026-03-14T10:00:00+08:00', {}, 'appointment.slot_unknown'],
      ['2026-03-18T10:00:00+08:00', {}, 'appointment.too_far'],
      ['2026-03-11T10:30:00+08:00', { itemCode: 'EQ-X' }, 'catalog.item_unknown'],
    ];
    for (const [at, more, code] of codes)
      expect([at, (await book(at, more)).body.code]).toEqual([at, code]);
    const wrong = { ...citizen(999), identityNumber: '1' };
    const refused = await book('2026-03-11T11:00:00+08:00', { applicant: wrong });
    expect(refused.body.errors?.map(({ field }) => field)).toEqual(['applicant.identityNumber']);
  });

  it('gives one person one appointment a day, and one form one appointment', async () => {
    const body = request('2026-03-12T10:00:00+08:00');
    const first = await post<Booked>('appointments', body);
    const again = await post<Booked>('appointments', body);
    expect(again.body).toEqual(first.body);
    const other = { applicant: body.applicant };
    const second = await book('2026-03-12T11:00:00+08:00', other);
    expect(second.body.code).toBe('appointment.booked_already');
    expect((await book('2026-03-13T11:00:00+08:00', other)).status).toBe(201);
  });

  it('twenty at once for the one place of a slot: one gets it', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => book('2026-03-13T14:00:00+08:00')),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refusals = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code);
    expect(new Set(refusals)).toEqual(new Set(['appointment.full']));
  });

  it('is seen and cancelled by who knows code and tail; the place is free again', async () => {
    const at = '2026-03-16T10:00:00+08:00';
    const applicant = citizen(people++);
    const { body: made } = await book(at, { applicant });
    const identityTail = applicant.identityNumber.slice(-4);
    const code = made.code.toLowerCase().replace('-', ' ');
    const seen = await post<Booked>('appointments/look-up', { code, identityTail });
    expect(seen).toMatchObject({ status: 200, body: { mayCancel: true } });
    const wrong = await post<Booked>('appointments/cancel', { code, identityTail: '0000' });
    const unknown = await post<Booked>('appointments/cancel', { code: '0000-0000', identityTail });
    expect([wrong.body.code, unknown.body.code]).toEqual(Array(2).fill('appointment.unknown'));
    const foreign = await post<Booked>(
      'appointments/cancel',
      { code, identityTail },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(foreign.status).toBe(403);
    const cancelled = await post<Booked>('appointments/cancel', { code, identityTail });
    expect(cancelled.body).toMatchObject({ state: 'CANCELLED', mayCancel: false });
    expect((await book(at)).status).toBe(201);
  });

  it('is received on its day: checked in, news for the queue, then a case without typing', async () => {
    const { body: made } = await book('2026-03-11T14:00:00+08:00');
    const id = await idOf(made.code);
    const path = `/api/v1/hall/appointments/${id}`;
    const early = await clerk.post<Problem>(`${path}/check-in`, {});
    expect(early.body.code).toBe('appointment.other_day');
    district.clock.moveTo('2026-03-11T13:50:00+08:00');
    const tooSoon = await clerk.post<Problem>(`${path}/register`, { receivedMaterials: [] });
    expect(tooSoon.body.code).toBe('appointment.not_checked_in');
    const other = await district.as('jzj-clerk1');
    expect((await other.post<Problem>(`${path}/check-in`, {})).body.code).toBe(
      'appointment.unknown',
    );
    const here = await clerk.do<Dto<'AppointmentDto'>>(`${path}/check-in`, {});
    expect(here).toMatchObject({ state: 'CHECKED_IN', allowedActions: ['register'] });
    const [news]: { payload: object }[] = await district.sql.query(
      "SELECT payload FROM outbox WHERE topic = 'appointment.checkedIn' AND subject_id = $1",
      [id],
    );
    expect(news?.payload).toMatchObject({ unitId, itemCode: ITEM, counter: 3 });
    const kase = await clerk.do<Case>(`${path}/register`, { receivedMaterials: [0, 1] });
    expect(kase).toMatchObject({ channel: 'APPOINTMENT', state: 'REGISTERED' });
    const [row]: object[] = await district.sql.query(
      'SELECT state, case_id, name, identity_index FROM appointments WHERE id = $1',
      [id],
    );
    expect(row).toEqual({ state: 'SERVED', case_id: kase.id, name: null, identity_index: null });
  });

  it('who does not come is a no-show when the day is over; data go after thirty days', async () => {
    await book('2026-03-17T15:00:00+08:00');
    const day = () =>
      clerk.get<Dto<'AppointmentDayDto'>>('/api/v1/hall/appointments?date=2026-03-17');
    const end = () => district.app.get(EndOfDay).run();
    district.clock.moveTo('2026-03-17T23:59:00+08:00');
    await end();
    expect((await day()).counts).toMatchObject({ BOOKED: 1, MISSED: 0 });
    district.clock.moveTo('2026-03-18T00:00:30+08:00');
    await end();
    await end();
    expect((await day()).counts).toMatchObject({ BOOKED: 0, MISSED: 1 });
    district.clock.moveTo('2026-04-17T09:00:00+08:00');
    await end();
    const [left]: { count: string }[] = await district.sql.query(
      'SELECT count(name) AS count FROM appointments',
    );
    expect(left?.count).toBe('0');
  });

  it('the administrator sets how many a counter takes; the hall books for who calls', async () => {
    const admin = await district.as('dxl-admin');
    const set = await admin.send<Dto<'AppointmentSettingsDto'>>(
      'PUT',
      '/api/v1/hall/appointment-settings',
      {
        body: JSON.stringify({ placesPerCounter: 2, daysAhead: 3 }),
        headers: { 'content-type': 'application/json' },
      },
    );
    expect(set.status).toBe(200);
    expect((await slots('2026-03-13')).slots[0]?.free).toBe(2);
    expect((await slots()).days.at(-1)).toBe('2026-03-13');
    const made = await clerk.do<Dto<'BookedDto'>>(
      '/api/v1/hall/appointments',
      request('2026-03-13T16:00:00+08:00'),
    );
    expect(made.state).toBe('BOOKED');
  });

  it('keeps nobody in clear: not in the tables, the audit or the outbox', async () => {
    const applicant = citizen(people++);
    await book('2026-03-12T16:00:00+08:00', { applicant });
    const [{ text }]: [{ text: string }] = await district.sql.query(
      `SELECT (SELECT string_agg(a::text, '') FROM appointments a)
         || (SELECT string_agg(changes::text, '') FROM audit_entries)
         || (SELECT coalesce(string_agg(payload::text, ''), '') FROM outbox) AS text`,
    );
    for (const secret of [applicant.identityNumber, applicant.telephone, applicant.name])
      expect(text).not.toContain(secret);
  });

  it('costs a fixed number of statements', async () => {
    const body = request('2026-03-12T11:30:00+08:00');
    const free = `/api/v1/appointment-slots?itemCode=${ITEM}&unitId=${unitId}`;
    const costs = {
      slots: await countQueries(district, () => clerk.get(free)),
      book: await countQueries(district, () => post('appointments', body)),
      day: await countQueries(district, () => clerk.get('/api/v1/hall/appointments')),
    };
    const counts = Object.entries(costs).map(([name, sent]) => [name, sent.length]);
    expect(Object.fromEntries(counts)).toEqual({ slots: 5, book: 10, day: 7 });
  });
});
