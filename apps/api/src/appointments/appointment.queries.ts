import { Injectable } from '@nestjs/common';
import { appointmentError, localDateOf, typedVisitCode, type Actor } from '@yikou/domain';
import { Clock, Transactions, type Reader } from '@yikou/platform';
import { cursorOf, INSTANT, keyOf, pageOf, UUID } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import { APPOINTMENT_COLUMNS, drawAppointment, type DayRow } from './appointment.row.js';
import type {
  AppointmentCountsDto,
  AppointmentDayDto,
  AppointmentDto,
  DayQueryDto,
} from './appointments.dto.js';

const DAY_COLUMNS = `${APPOINTMENT_COLUMNS}, p.booked_at, p.booked_by_id, p.checked_in_at, p.case_id`;
const NONE: AppointmentCountsDto = { BOOKED: 0, CHECKED_IN: 0, SERVED: 0, CANCELLED: 0, MISSED: 0 };

/** A hall's own appointments. */
@Injectable()
export class AppointmentQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** A day in order of its slots, with how many there are of each state; or the one of a code. */
  day(query: DayQueryDto, actor: Actor): Promise<AppointmentDayDto> {
    const { cursor, limit = USUAL_PAGE, code } = query;
    const now = this.clock.now();
    const date = query.date ?? localDateOf(now);
    const after = keyOf(cursor, [INSTANT, UUID]);
    const params: unknown[] = [actor.unitId, limit + 1];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where = ['p.unit_id = $1'];
    if (code === undefined) where.push(`p.slot_date = ${bind(date)}`);
    else where.push(`p.code = ${bind(typedVisitCode(code) ?? '')}`);
    if (after)
      where.push(`(p.slot_at, p.id) > (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`);
    return this.transactions.read(async (tx) => {
      const rows: DayRow[] = await tx.query(
        `SELECT ${DAY_COLUMNS} FROM appointments p WHERE ${where.join(' AND ')}
         ORDER BY p.slot_at, p.id LIMIT $2`,
        params,
      );
      const page = pageOf(
        rows,
        limit,
        (row) => drawAppointment(row, now),
        (row) => cursorOf(row.slot_at, row.id),
      );
      return { date, counts: await countsOf(tx, actor.unitId, date), ...page };
    });
  }

  /** @throws DomainError `appointment.unknown`, also for one of another hall */
  async row(tx: Reader, id: string, actor: Actor, lock = ''): Promise<DayRow> {
    const [row]: DayRow[] = await tx.query(
      `SELECT ${DAY_COLUMNS} FROM appointments p WHERE p.id = $1 AND p.unit_id = $2 ${lock}`,
      [id, actor.unitId],
    );
    if (!row) throw appointmentError('appointment.unknown');
    return row;
  }

  draw(row: DayRow): AppointmentDto {
    return drawAppointment(row, this.clock.now());
  }
}

async function countsOf(tx: Reader, unitId: string, date: string): Promise<AppointmentCountsDto> {
  const rows: { state: keyof AppointmentCountsDto; count: number }[] = await tx.query(
    `SELECT state, count(*)::int AS count FROM appointments
     WHERE unit_id = $1 AND slot_date = $2 GROUP BY state`,
    [unitId, date],
  );
  return { ...NONE, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}
