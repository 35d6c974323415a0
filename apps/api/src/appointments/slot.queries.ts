import { Injectable } from '@nestjs/common';
import { bookableDays, freePlacesIn, slotsOfDay, type Place } from '@yikou/domain';
import { Clock, Transactions, type Tx } from '@yikou/platform';
import { VISITORS } from './appointment.row.js';
import type { SlotDto, SlotQueryDto, SlotsDto } from './appointments.dto.js';
import { VisitedHalls, type VisitedHall } from './visited-hall.js';

interface TakenRow extends Place {
  slot_at: Date;
}

/** What can be booked (R67). */
@Injectable()
export class SlotQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly halls: VisitedHalls,
    private readonly clock: Clock,
  ) {}

  /**
   * The slots of one day that are still to come, with what is free in each.
   *
   * @throws DomainError `catalog.item_unknown`, `catalog.item_retired`, `catalog.not_offered`
   */
  free({ itemCode, unitId, date: asked }: SlotQueryDto): Promise<SlotsDto> {
    return this.transactions.readAs(VISITORS, async (tx) => {
      const now = this.clock.now();
      const hall = await this.halls.find(tx, unitId, itemCode);
      const days = bookableDays(now, hall.settings, hall.calendar).filter((day) =>
        comingSlots(hall, day, now).some(Boolean),
      );
      const date = days.find((day) => day === asked) ?? days[0] ?? '';
      return {
        ...{ unitName: hall.unitName, itemName: hall.itemName },
        ...{ address: hall.address, telephone: hall.telephone },
        days,
        date,
        slots: date === '' ? [] : await slotsOn(tx, hall, date, now),
      };
    });
  }
}

const comingSlots = (hall: VisitedHall, day: string, now: Date) =>
  slotsOfDay(day, hall.hours, hall.calendar).filter((at) => at > now);

async function slotsOn(tx: Tx, hall: VisitedHall, date: string, now: Date): Promise<SlotDto[]> {
  const rows: TakenRow[] = await tx.query(
    `SELECT slot_at, counter, place FROM appointments
     WHERE unit_id = $1 AND slot_date = $2 AND state <> 'CANCELLED'`,
    [hall.unitId, date],
  );
  const { counters, settings } = hall;
  return comingSlots(hall, date, now).map((at) => {
    const taken = rows.filter((row) => row.slot_at.getTime() === at.getTime());
    return { at, free: freePlacesIn(counters, settings.placesPerCounter, taken) };
  });
}
