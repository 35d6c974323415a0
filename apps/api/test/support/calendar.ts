import type { NoticeDay } from '@yikou/domain';
import { RunCalendarChanges } from '../../src/deadlines/calendar/run-calendar-changes.js';
import type { Dto } from './client.js';
import type { PlainDeadline } from './day-walk.js';
import type { District } from './district.js';

export type Change = Dto<'CalendarChangeDto'>;

const DAY_MS = 86_400_000;

/** Every date from the first to the last, both included. */
export function datesOf(first: string, last: string): string[] {
  const count = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(first) + index * DAY_MS).toISOString().slice(0, 10),
  );
}

export const off = (name: string, ...dates: string[]): NoticeDay[] =>
  dates.map((date) => ({ date, kind: 'OFF' as const, name }));
export const work = (name: string, ...dates: string[]): NoticeDay[] =>
  dates.map((date) => ({ date, kind: 'WORK' as const, name }));

/** Hands a notice in as the district's office. */
export async function submit(district: District, year: number, days: NoticeDay[]): Promise<Change> {
  const supervisor = await district.as('erqi-supervisor');
  const documentNumber = `国办发明电〔${year - 1}〕${days.length}号`;
  const body = { year, documentNumber, reason: '国务院办公厅通知。', days };
  return supervisor.do('/api/v1/calendar/changes', body);
}

/** As the worker would, without its loop; the clock goes on to where every process has heard. */
export async function letWork(district: District): Promise<void> {
  district.clock.moveBy(10_000);
  const job = district.app.get(RunCalendarChanges);
  while (await job.run());
}

/** Simulated, saved and counted anew. */
export async function bringIntoForce(
  district: District,
  year: number,
  days: NoticeDay[],
): Promise<Change> {
  const { id } = await submit(district, year, days);
  await letWork(district);
  const supervisor = await district.as('erqi-supervisor');
  await supervisor.do(`/api/v1/calendar/changes/${id}/save`, {});
  await letWork(district);
  return supervisor.get(`/api/v1/calendar/changes/${id}`);
}

/** Puts deadlines with their pauses straight into the table; those that are due are flagged. */
export async function plantWithPauses(
  district: District,
  all: readonly (PlainDeadline & { id: string; caseId: string; dueAt: Date })[],
): Promise<void> {
  const now = district.clock.now();
  await district.sql.query(
    `WITH p AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, "caseId" uuid, "dueAt" timestamptz,
           "startedAt" timestamptz, amount int, unit text, pauses jsonb)),
         d AS (INSERT INTO deadlines (id, subject_id, reference, title, kind, state, limit_amount, limit_unit,
           started_at, due_at, warn_at, provisional, owner_unit_id, subject_unit_id, unit_ids, area_path, missed_at)
         SELECT p.id, c.id, c.number, c.item_name, 'TASK', CASE WHEN p."dueAt" <= $2 THEN 'MISSED' ELSE 'RUNNING' END,
           p.amount, p.unit, p."startedAt", p."dueAt", p."startedAt", false, c.taking_unit_id, c.taking_unit_id,
           ARRAY[c.taking_unit_id], c.area_path, CASE WHEN p."dueAt" <= $2 THEN p."dueAt" END
         FROM p JOIN cases c ON c.id = p."caseId" RETURNING id, state, due_at),
         e AS (INSERT INTO deadline_events (deadline_id, kind, at, due_at)
           SELECT id, 'MISSED', due_at, due_at FROM d WHERE state = 'MISSED')
       INSERT INTO deadline_pauses (id, deadline_id, paused_from, paused_until)
       SELECT gen_random_uuid(), p.id, q."from", q."until"
       FROM p, jsonb_to_recordset(p.pauses) AS q("from" timestamptz, "until" timestamptz)`,
    [JSON.stringify(all), now],
  );
}
