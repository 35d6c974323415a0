import {
  allowedTicketVerbs,
  receptionError,
  type Actor,
  type TicketPriority,
  type TicketState,
} from '@yikou/domain';
import type { Reader } from '@yikou/platform';
import type { TicketDto } from './ticket.dto.js';

export interface TicketRow {
  id: string;
  version: number;
  unit_id: string;
  area_path: string;
  day: string;
  number: string;
  priority: TicketPriority;
  theme: string | null;
  state: TicketState;
  taken_at: Date;
  counter_number: number | null;
  target_counter: number | null;
  calls: number;
  called_at: Date | null;
  first_called_at: Date | null;
  started_at: Date | null;
}

export const TICKET_COLUMNS = `t.id, t.version, t.unit_id, t.area_path, t.day::text, t.number, t.priority,
  t.theme, t.state, t.taken_at, t.counter_number, t.target_counter, t.calls, t.called_at, t.first_called_at,
  t.started_at`;

const MINUTE_MS = 60_000;

/** @throws DomainError `ticket.unknown`, also for one of another hall */
export async function lockedTicket(tx: Reader, id: string): Promise<TicketRow> {
  const [row]: TicketRow[] = await tx.query(
    `SELECT ${TICKET_COLUMNS} FROM tickets t WHERE t.id = $1 AND t.unit_id = scope_unit() FOR UPDATE`,
    [id],
  );
  if (!row) throw receptionError('ticket.unknown');
  return row;
}

export function drawTicket(row: TicketRow, actor: Actor, now: Date): TicketDto {
  const until = row.first_called_at ?? now;
  const waited = Math.floor((until.getTime() - row.taken_at.getTime()) / MINUTE_MS);
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    priority: row.priority,
    theme: row.theme,
    state: row.state,
    takenAt: row.taken_at,
    counterNumber: row.counter_number,
    targetCounter: row.target_counter,
    calls: row.calls,
    calledAt: row.called_at,
    startedAt: row.started_at,
    waitedMinutes: Math.max(0, waited),
    allowedActions: allowedTicketVerbs({ state: row.state, unitId: row.unit_id }, actor),
  };
}
