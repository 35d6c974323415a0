import { Injectable } from '@nestjs/common';
import {
  countersServing,
  USUAL_SETTINGS,
  type AppointmentSettings,
  type HallHours,
  type WorkingCalendar,
} from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import { WorkingCalendarStore } from '../deadlines/index.js';
import { OfferedItems } from '../offerings/index.js';

/** A hall as somebody sees it who wants to come for one item. */
export interface VisitedHall {
  unitId: string;
  unitName: string;
  areaPath: string;
  itemCode: string;
  itemName: string;
  address: string | null;
  telephone: string | null;
  hours: HallHours;
  settings: AppointmentSettings;
  /** Those that serve the item. */
  counters: readonly number[];
  calendar: WorkingCalendar;
}

interface HallRow {
  name: string;
  area_path: string;
  address: string | null;
  telephone: string | null;
  opens_at: string;
  closes_at: string;
  named: number[];
  comprehensive: number[];
  settings: AppointmentSettings | null;
}

@Injectable()
export class VisitedHalls {
  constructor(
    private readonly offeredItems: OfferedItems,
    private readonly calendars: WorkingCalendarStore,
  ) {}

  /** @throws DomainError `catalog.item_unknown`, `catalog.item_retired`, `catalog.not_offered` */
  async find(tx: Tx, unitId: string, itemCode: string): Promise<VisitedHall> {
    const { version } = await this.offeredItems.find(tx, unitId, itemCode);
    const [row]: HallRow[] = await tx.query(
      `SELECT u.name, r.path AS area_path, coalesce(o.address, u.address) AS address,
         coalesce(o.telephone, u.telephone) AS telephone, u.opens_at, u.closes_at, o.counters AS named,
         ARRAY(SELECT c.number FROM counters c WHERE c.unit_id = u.id AND c.kind = 'COMPREHENSIVE'
           ORDER BY c.number) AS comprehensive,
         (SELECT json_build_object('placesPerCounter', s.places_per_counter, 'daysAhead', s.days_ahead)
          FROM appointment_settings s WHERE s.unit_id = u.id) AS settings
       FROM units u JOIN areas r ON r.code = u.area_code
       JOIN offerings o ON o.unit_id = u.id AND o.item_id = $2 WHERE u.id = $1`,
      [unitId, version.itemId],
    );
    if (!row) throw new Error(`unit ${unitId} is gone`);
    return {
      ...{ unitId, unitName: row.name, areaPath: row.area_path },
      ...{ itemCode, itemName: version.name, address: row.address, telephone: row.telephone },
      hours: { opensAt: row.opens_at, closesAt: row.closes_at },
      settings: row.settings ?? USUAL_SETTINGS,
      counters: countersServing(row.named, row.comprehensive),
      calendar: await this.calendars.calendar(),
    };
  }
}
