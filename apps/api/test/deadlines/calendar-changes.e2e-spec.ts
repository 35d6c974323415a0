import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { RunCalendarChanges } from '../../src/deadlines/calendar/run-calendar-changes.js';
import { FlagDeadlines } from '../../src/deadlines/flag-deadlines.js';
import { WorkingCalendarStore } from '../../src/deadlines/index.js';
import {
  bringIntoForce,
  datesOf,
  letWork,
  plantWithPauses,
  off,
  submit,
  work,
  type Change,
} from '../support/calendar.js';
import { registered, type Case } from '../support/cases.js';
import type { Client, Dto } from '../support/client.js';
import { walkedDue, type PlainCalendar, type PlainDeadline } from '../support/day-walk.js';
import { openDistrict, type District } from '../support/district.js';
import { numbersFrom, oneOf, SEED } from '../support/random.js';
import { startWorker, until } from '../support/worker.js';

/** 国办发明电〔2019〕16号 as published in November 2019 … */
const SPRING_2020 = [
  ...off('元旦', '2020-01-01'),
  ...off('春节', ...datesOf('2020-01-24', '2020-01-30')),
  ...work('春节', '2020-01-19', '2020-02-01'),
];
/** … and as changed by 国办发明电〔2020〕1号 of 26 January 2020. */
const EXTENDED_2020 = [
  ...off('元旦', '2020-01-01'),
  ...off('春节', ...datesOf('2020-01-24', '2020-02-02')),
  ...work('春节', '2020-01-19'),
];
const plain = (days: typeof SPRING_2020): PlainCalendar => ({
  off: new Set(days.filter(({ kind }) => kind === 'OFF').map(({ date }) => date)),
  work: new Set(days.filter(({ kind }) => kind === 'WORK').map(({ date }) => date)),
});

interface Planted extends PlainDeadline {
  id: string;
  caseId: string;
  dueAt: Date;
}

/** Ends every connection of the application but the one that says so. */
async function cutConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`,
  );
  await client.end();
}

describe(`changes of the calendar (YIKOU_SEED=${SEED})`, () => {
  let district: District;
  let supervisor: Client;
  let cases: Case[];
  let worker: INestApplicationContext | undefined;
  const random = numbersFrom(SEED);

  beforeAll(async () => {
    district = await openDistrict();
    const clerk = await district.as('dxl-clerk1');
    cases = [];
    for (let turn = 0; turn < 5; turn++) cases.push(await registered(clerk, 'EQ-T-05-001'));
    supervisor = await district.as('erqi-supervisor');
    await district.sql.query(
      'DELETE FROM deadlines WHERE id NOT IN (SELECT deadline_id FROM deadline_events)',
    );
  });
  afterAll(async () => {
    await worker?.close();
    await district.close();
  });

  const plant = (all: readonly Planted[]) => plantWithPauses(district, all);
  const one = (facts: Partial<Planted>, calendar: PlainCalendar): Planted => {
    const planted = {
      id: randomUUID(),
      caseId: oneOf(random, cases).id,
      startedAt: new Date('2020-01-20T09:00:00+08:00'),
      amount: 3,
      unit: 'WORKING_DAY' as const,
      pauses: [],
      ...facts,
    };
    return { ...planted, dueAt: walkedDue(planted, calendar) };
  };
  const dueOf = async (ids: readonly string[]): Promise<Map<string, string>> => {
    const rows = await district.sql.query<{ id: string; due_at: Date }[]>(
      'SELECT id, due_at FROM deadlines WHERE id = ANY($1)',
      [ids],
    );
    return new Map(rows.map(({ id, due_at }) => [id, due_at.toISOString()]));
  };
  const eventsOf = (id: string) =>
    district.sql.query<{ kind: string; was_due_at: Date | null; due_at: Date }[]>(
      'SELECT kind, was_due_at, due_at FROM deadline_events WHERE deadline_id = $1 ORDER BY id',
      [id],
    );
  const forget = () =>
    district.sql.query(
      'TRUNCATE calendar_moves, deadline_pauses, deadline_events, deadlines CASCADE',
    );

  it('T12: the extended Spring Festival of 2020 moves exactly the right cases, as simulated before', async () => {
    district.clock.moveTo('2020-01-02T09:00:00+08:00');
    await bringIntoForce(district, 2020, SPRING_2020);
    await forget();
    district.clock.moveTo('2020-01-27T09:00:00+08:00');
    const before = plain(SPRING_2020);
    const after = plain(EXTENDED_2020);
    const day = 86_400_000;
    const first = Date.parse('2019-12-16T00:00:00+08:00');
    const all = Array.from({ length: 400 }, () => {
      const startedAt = new Date(first + Math.floor(random() * 42 * 24) * 3_600_000);
      const from = new Date(+startedAt + Math.floor(random() * 5 * 24) * 3_600_000);
      const pauses = random() < 0.3 ? [{ from, until: new Date(+from + random() * 6 * day) }] : [];
      const unit = random() < 0.8 ? ('WORKING_DAY' as const) : ('CALENDAR_DAY' as const);
      return one({ startedAt, amount: Math.floor(random() * 21), unit, pauses }, before);
    });
    await plant(all);
    const moving = all.filter((deadline) => +walkedDue(deadline, after) !== +deadline.dueAt);
    expect(moving.length).toBeGreaterThan(20);
    expect(moving.length).toBeLessThan(all.length);

    const { id } = await submit(district, 2020, EXTENDED_2020);
    await letWork(district);
    const path = `/api/v1/calendar/changes/${id}`;
    const simulated = await supervisor.get<Change>(path);
    expect(simulated).toMatchObject({
      state: 'SIMULATED',
      firstDay: '2020-01-31',
      lastDay: '2020-02-02',
      simulation: {
        cases: new Set(moving.map(({ caseId }) => caseId)).size,
        deadlines: moving.length,
        overdue: 0,
        relieved: 0,
      },
    });
    const listed: Dto<'CalendarMoveDto'>[] = [];
    let cursor = '';
    do {
      const page: Dto<'CalendarMovePageDto'> = await supervisor.get(
        `${path}/moves?limit=17${cursor}`,
      );
      listed.push(...page.items);
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
    } while (cursor);
    const told = (rows: { id: string; was: Date | string; due: Date | string }[]) =>
      rows.map(({ id: row, was, due }) => [row, +new Date(was), +new Date(due)]).sort();
    expect(told(listed.map((m) => ({ id: m.deadlineId, was: m.wasDueAt, due: m.dueAt })))).toEqual(
      told(moving.map((m) => ({ id: m.id, was: m.dueAt, due: walkedDue(m, after) }))),
    );
    const untouched = await dueOf(all.map(({ id: one }) => one));
    for (const deadline of all)
      expect(untouched.get(deadline.id)).toBe(deadline.dueAt.toISOString());

    await supervisor.do(`${path}/save`, {});
    await letWork(district);
    const applied = await supervisor.get<Change>(path);
    expect(applied).toMatchObject({ state: 'APPLIED', revision: 3, moved: moving.length });
    expect(applied.seen).toBe(applied.total);
    const now = await dueOf(all.map(({ id: one }) => one));
    for (const deadline of all) {
      expect(now.get(deadline.id)).toBe(walkedDue(deadline, after).toISOString());
    }
    const events = await district.sql.query<{ deadline_id: string; count: number }[]>(
      `SELECT deadline_id, count(*)::int AS count FROM deadline_events
       WHERE kind = 'RECALCULATED' AND calendar_change_id = $1 GROUP BY deadline_id`,
      [id],
    );
    expect(events.map(({ deadline_id }) => deadline_id).sort()).toEqual(
      moving.map((m) => m.id).sort(),
    );
    expect(new Set(events.map(({ count }) => count))).toEqual(new Set([1]));
    const explained = await supervisor.get<Dto<'DeadlineExplainDto'>>(
      `/api/v1/deadlines/${moving[0]?.id}/explain`,
    );
    expect(explained.moves).toMatchObject([
      { wasDueAt: moving[0]?.dueAt.toISOString(), documentNumber: applied.documentNumber },
    ]);
    const [kept] = await district.sql.query<{ previous: { days: object[] } }[]>(
      'SELECT previous FROM calendar_changes WHERE id = $1',
      [id],
    );
    expect(kept?.previous.days).toHaveLength(SPRING_2020.length);
  });

  it('F4: a flag is never taken back in silence, and not at all by a clock that jumps back', async () => {
    await forget();
    district.clock.moveTo('2020-02-03T09:00:00+08:00');
    await bringIntoForce(district, 2020, SPRING_2020);
    const flags = district.app.get(FlagDeadlines);
    // Due on Friday 31 January by the first notice, on Monday 3 February by the second.
    const late = one(
      { amount: 5, startedAt: new Date('2020-01-20T09:00:00+08:00') },
      plain(SPRING_2020),
    );
    await plant([{ ...late, dueAt: late.dueAt }]);
    await flags.sweep();
    const stateOf = async () =>
      (
        await district.sql.query<{ state: string; missed_at: Date | null }[]>(
          'SELECT state, missed_at FROM deadlines WHERE id = $1',
          [late.id],
        )
      )[0];
    expect(await stateOf()).toMatchObject({ state: 'MISSED' });
    district.clock.moveTo('2020-01-29T09:00:00+08:00');
    await flags.sweep();
    expect(await stateOf()).toMatchObject({ state: 'MISSED' });
    district.clock.moveTo('2020-02-03T09:00:00+08:00');

    const change = await bringIntoForce(district, 2020, EXTENDED_2020);
    expect(change).toMatchObject({ state: 'APPLIED', relieved: 1, simulation: { relieved: 1 } });
    expect(await stateOf()).toEqual({ state: 'RUNNING', missed_at: null });
    expect((await eventsOf(late.id)).map(({ kind }) => kind)).toEqual([
      'MISSED',
      'RECALCULATED',
      'RELIEVED',
    ]);
    // Changed back: it is late at the old instant again, and the sweep flags it without falling over.
    const back = await bringIntoForce(district, 2020, SPRING_2020);
    expect(back).toMatchObject({ overdue: 1, simulation: { overdue: 1 } });
    await flags.sweep();
    await flags.sweep();
    expect(await stateOf()).toMatchObject({ state: 'MISSED' });
    expect((await eventsOf(late.id)).filter(({ kind }) => kind === 'MISSED')).toHaveLength(1);
  });

  it('every process hears of it, and a recomputation cut off again and again moves each once', async () => {
    await forget();
    district.clock.moveTo('2020-01-27T09:00:00+08:00');
    const template = one({ amount: 9 }, plain(SPRING_2020));
    await plant([template]);
    await district.sql.query(
      `INSERT INTO deadlines SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid()))).*
       FROM deadlines d, generate_series(1, 5999)`,
    );
    const { id } = await submit(district, 2020, EXTENDED_2020);
    await letWork(district);
    worker = await startWorker(district.settings, district.clock);
    await supervisor.do(`/api/v1/calendar/changes/${id}/save`, {});
    const calendars = worker.get(WorkingCalendarStore);
    await until(
      'the other process hears',
      async () => (await calendars.calendar()).dayKind('2020-01-31'),
      (kind) => kind === 'HOLIDAY',
    );
    district.clock.moveBy(10_000);
    const job = district.app.get(RunCalendarChanges);
    const look = async () =>
      (await district.sql.query<Change[]>('SELECT * FROM calendar_changes WHERE id = $1', [id]))[0];
    // The worker's loop is at it as well: both are cut off in the middle of whatever they do.
    for (let cuts = 0; cuts < 3; cuts++) {
      const seen = (await look())?.seen ?? 0;
      const turn = job.run().catch(() => undefined);
      await until('it goes on', look, (row) => row?.state === 'APPLIED' || (row?.seen ?? 0) > seen);
      await cutConnections(district.settings.databaseUrl);
      await turn;
    }
    const change = await until(
      'the recomputation ends',
      async () => {
        await job.run().catch(() => undefined);
        return look();
      },
      (row) => row?.state === 'APPLIED',
      60_000,
    );
    expect(change).toMatchObject({ moved: 6000, total: 6000, seen: 6000 });
    const [counts] = await district.sql.query<object[]>(
      `SELECT count(*)::int AS events, count(DISTINCT deadline_id)::int AS deadlines FROM deadline_events
       WHERE kind = 'RECALCULATED' AND calendar_change_id = $1`,
      [id],
    );
    expect(counts).toEqual({ events: 6000, deadlines: 6000 });
  });
});
