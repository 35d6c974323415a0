import type { Tx } from '@yikou/platform';
import type { Move } from './walk-deadlines.js';

/** What a simulation found, for the list that is read before anything moves. */
export async function keepMoves(tx: Tx, changeId: string, moves: readonly Move[]): Promise<void> {
  await tx.query(
    `INSERT INTO calendar_moves (change_id, deadline_id, subject_id, was_due_at, due_at, becomes_late,
       is_relieved, area_path)
     SELECT $1, m.id, m.subject_id, m.was_due_at, m.due_at, m.becomes_late, m.is_relieved, m.area_path
     FROM jsonb_to_recordset($2::jsonb) AS m(id uuid, subject_id uuid, was_due_at timestamptz,
       due_at timestamptz, becomes_late boolean, is_relieved boolean, area_path text)`,
    [changeId, JSON.stringify(moves.filter((move) => move.moves).map(rowOf))],
  );
}

/**
 * Moves the deadlines, each with the event that explains it (T12). One that somebody holds, or that has
 * changed since it was read, is left for the next turn. A flag is never taken back without a word: an
 * overdue one that is in time again runs on with a RELIEVED event, its MISSED event stays.
 *
 * @returns the ids of those that were moved
 */
export async function applyMoves(
  tx: Tx,
  changeId: string,
  moves: readonly Move[],
  now: Date,
): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query(
    `WITH m AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS m(id uuid, version int,
         was_due_at timestamptz, due_at timestamptz, warn_at timestamptz, provisional boolean, moves boolean,
         is_relieved boolean)),
       held AS (SELECT d.id FROM deadlines d JOIN m ON m.id = d.id
         WHERE d.version = m.version AND d.closed_at IS NULL FOR UPDATE OF d SKIP LOCKED),
       moved AS (
         UPDATE deadlines d SET due_at = m.due_at, warn_at = m.warn_at, provisional = m.provisional,
           state = CASE WHEN m.is_relieved THEN 'RUNNING' ELSE d.state END,
           missed_at = CASE WHEN m.is_relieved THEN NULL ELSE d.missed_at END,
           warned_at = CASE WHEN m.warn_at > $3 THEN NULL ELSE d.warned_at END,
           version = d.version + 1
         FROM m JOIN held ON held.id = m.id WHERE d.id = m.id
         RETURNING d.id, m.was_due_at, d.due_at, m.moves, m.is_relieved),
       told AS (
         INSERT INTO deadline_events (deadline_id, kind, at, due_at, was_due_at, calendar_change_id)
         SELECT e.id, e.kind, $3, e.due_at, e.was_due_at, $2 FROM (
           SELECT id, 'RECALCULATED' AS kind, due_at, was_due_at FROM moved WHERE moves
           UNION ALL
           SELECT id, 'RELIEVED', due_at, was_due_at FROM moved WHERE is_relieved) e)
     SELECT id FROM moved`,
    [JSON.stringify(moves.map(rowOf)), changeId, now],
  );
  return new Set(rows.map(({ id }) => id));
}

function rowOf(move: Move) {
  return {
    id: move.id,
    version: move.version,
    subject_id: move.subjectId,
    was_due_at: move.wasDueAt,
    due_at: move.dueAt,
    warn_at: move.warnAt,
    provisional: move.provisional,
    moves: move.moves,
    becomes_late: move.becomesLate,
    is_relieved: move.isRelieved,
    area_path: move.areaPath,
  };
}
