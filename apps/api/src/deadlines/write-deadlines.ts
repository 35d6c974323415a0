import { randomUUID } from 'node:crypto';
import type { ClockStart, DeadlineState, Due } from '@yikou/domain';
import { announce, type Tx } from '@yikou/platform';
import type { DeadlineSubject } from './deadline.subject.js';
import type { DeadlineRow } from './deadline.row.js';

export interface NewDeadline extends ClockStart, Due {
  id: string;
}

export interface DeadlineChange {
  row: DeadlineRow;
  state: DeadlineState;
  /** The work is over; a missed one stays open and red until then. */
  closed: boolean;
  dueAt: Date;
  warnAt: Date;
  provisional?: boolean;
  extended?: true;
}

export interface DeadlineChanges {
  changed: readonly DeadlineChange[];
  started: readonly NewDeadline[];
  /** Who holds the subject now, when that is somebody else. */
  newOwner: string | null;
  unitIds: readonly string[];
}

/** Writes all changes of one subject with a fixed number of statements, however many there are. */
export async function writeChanges(
  tx: Tx,
  subject: DeadlineSubject,
  { changed, started, newOwner, unitIds }: DeadlineChanges,
  now: Date,
): Promise<void> {
  if (changed.length > 0) await writeChanged(tx, changed, now);
  if (newOwner) {
    // R60: what is late stays with whoever was late, flagged yet or not.
    await tx.query(
      `UPDATE deadlines SET unit_ids = $3,
         owner_unit_id = CASE WHEN closed_at IS NULL AND part IS NULL AND state <> 'MISSED'
           AND (state = 'PAUSED' OR due_at > $4) THEN $2 ELSE owner_unit_id END
       WHERE subject_id = $1`,
      [subject.id, newOwner, unitIds, now],
    );
  }
  if (started.length > 0) await writeStarted(tx, subject, started, unitIds, now);
  const events = [
    ...changed.flatMap((change) => eventsOf(change)),
    ...started.map(({ id, dueAt }) => ({ id, kind: 'STARTED', due: dueAt })),
  ];
  if (events.length > 0) await writeEvents(tx, events, now);
  await announceMissed(tx, changed, now);
}

async function writeChanged(tx: Tx, changed: readonly DeadlineChange[], now: Date): Promise<void> {
  const rows = changed.map(({ row, state, closed, dueAt, warnAt, provisional }) => ({
    id: row.id,
    state,
    due_at: dueAt,
    warn_at: warnAt,
    provisional: provisional ?? row.provisional,
    extended_by: row.extended_by,
    missed_at: state === 'MISSED' ? (row.missed_at ?? now) : null,
    closed_at: closed ? now : null,
    // A later due date deserves its own amber light.
    warned_at: warnAt > now ? null : row.warned_at,
    pause: state === 'PAUSED' ? randomUUID() : null,
    resumes: row.state === 'PAUSED',
  }));
  await tx.query(
    `WITH c AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS c(id uuid, state text, due_at timestamptz,
         warn_at timestamptz, provisional boolean, extended_by int, missed_at timestamptz, closed_at timestamptz,
         warned_at timestamptz, pause uuid, resumes boolean)),
       ended AS (UPDATE deadline_pauses p SET paused_until = $2 FROM c
         WHERE c.resumes AND p.deadline_id = c.id AND p.paused_until IS NULL),
       begun AS (INSERT INTO deadline_pauses (id, deadline_id, paused_from)
         SELECT pause, id, $2 FROM c WHERE pause IS NOT NULL)
     UPDATE deadlines d SET state = c.state, due_at = c.due_at, warn_at = c.warn_at,
       provisional = c.provisional, extended_by = c.extended_by, missed_at = c.missed_at, closed_at = c.closed_at,
       warned_at = c.warned_at, version = d.version + 1
     FROM c WHERE d.id = c.id`,
    [JSON.stringify(rows), now],
  );
}

async function writeStarted(
  tx: Tx,
  subject: DeadlineSubject,
  started: readonly NewDeadline[],
  unitIds: readonly string[],
  now: Date,
): Promise<void> {
  const rows = started.map((start) => ({
    id: start.id,
    kind: start.kind,
    limit_amount: start.limit.amount,
    limit_unit: start.limit.unit,
    due_at: start.dueAt,
    warn_at: start.warnAt,
    provisional: start.provisional,
    owner_unit_id: start.ownerUnitId,
    part: start.part ?? null,
    started_at: start.startedAt ?? now,
  }));
  await tx.query(
    `INSERT INTO deadlines (id, subject_id, reference, title, kind, state, limit_amount, limit_unit,
       started_at, due_at, warn_at, provisional, owner_unit_id, part, subject_unit_id, unit_ids, area_path)
     SELECT s.id, $2, $3, $4, s.kind, 'RUNNING', s.limit_amount, s.limit_unit, s.started_at, s.due_at, s.warn_at,
       s.provisional, s.owner_unit_id, s.part, $5, $6, $7
     FROM jsonb_to_recordset($1::jsonb) AS s(id uuid, kind text, limit_amount int, limit_unit text,
       due_at timestamptz, warn_at timestamptz, provisional boolean, owner_unit_id uuid, part int,
       started_at timestamptz)`,
    [
      JSON.stringify(rows),
      subject.id,
      subject.reference,
      subject.title,
      subject.unitId,
      unitIds,
      subject.areaPath,
    ],
  );
}

interface EventRow {
  id: string;
  kind: string;
  due: Date;
}

/** A deadline found late when its work ends is flagged here, once, before it is closed. */
function eventsOf({ row, state, extended, dueAt }: DeadlineChange): EventRow[] {
  const resumed = row.state === 'PAUSED' && state === 'RUNNING';
  if (resumed) return [{ id: row.id, kind: 'RESUMED', due: dueAt }];
  if (extended) return [{ id: row.id, kind: 'EXTENDED', due: dueAt }];
  return state === row.state ? [] : [{ id: row.id, kind: state, due: dueAt }];
}

async function writeEvents(tx: Tx, events: readonly EventRow[], now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO deadline_events (deadline_id, kind, at, due_at)
     SELECT e.id, e.kind, $2, e.due
     FROM jsonb_to_recordset($1::jsonb) AS e(id uuid, kind text, due timestamptz)
     -- Missed at this very due instant once before, between two changes of the calendar.
     ON CONFLICT (deadline_id, due_at) WHERE kind = 'MISSED' DO NOTHING`,
    [JSON.stringify(events), now],
  );
}

async function announceMissed(tx: Tx, changed: readonly DeadlineChange[], at: Date): Promise<void> {
  const missed = changed.filter(({ row, state }) => state === 'MISSED' && row.state !== 'MISSED');
  await announce(
    tx,
    missed.map(({ row, dueAt }) => ({
      topic: 'deadline.missed',
      subjectId: row.subject_id,
      payload: { deadlineId: row.id, kind: row.kind, at, dueAt, ownerUnitId: row.owner_unit_id },
    })),
  );
}
