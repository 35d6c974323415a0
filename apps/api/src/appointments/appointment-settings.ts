import { Injectable } from '@nestjs/common';
import { settingsArePossible, USUAL_SETTINGS, type Actor } from '@yikou/domain';
import { Clock, noteChange, Transactions, type Reader } from '@yikou/platform';
import type { AppointmentSettingsDto } from './appointments.dto.js';

/** How many appointments a hall takes, and how far ahead; its administrator decides. */
@Injectable()
export class AppointmentSettingsOfHall {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor): Promise<AppointmentSettingsDto> {
    return this.transactions.read((tx) => settingsOf(tx, actor.unitId));
  }

  /**
   * Holds for what is booked from now on; what was booked stays.
   *
   * @throws DomainError `appointment.settings_invalid`
   */
  change(settings: AppointmentSettingsDto, actor: Actor): Promise<AppointmentSettingsDto> {
    settingsArePossible(settings);
    return this.transactions.run(async (tx) => {
      const before = await settingsOf(tx, actor.unitId);
      const { placesPerCounter, daysAhead } = settings;
      await tx.query(
        `INSERT INTO appointment_settings (unit_id, places_per_counter, days_ahead, changed_by_id, changed_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (unit_id) DO UPDATE SET places_per_counter = excluded.places_per_counter,
           days_ahead = excluded.days_ahead, changed_by_id = excluded.changed_by_id,
           changed_at = excluded.changed_at`,
        [actor.unitId, placesPerCounter, daysAhead, actor.accountId, this.clock.now()],
      );
      const after = { placesPerCounter, daysAhead };
      noteChange(tx, {
        kind: 'appointment-settings',
        id: actor.unitId,
        before: { ...before },
        after,
      });
      return after;
    });
  }
}

async function settingsOf(tx: Reader, unitId: string): Promise<AppointmentSettingsDto> {
  const [row]: AppointmentSettingsDto[] = await tx.query(
    `SELECT places_per_counter AS "placesPerCounter", days_ahead AS "daysAhead"
     FROM appointment_settings WHERE unit_id = $1`,
    [unitId],
  );
  return row ?? { ...USUAL_SETTINGS };
}
