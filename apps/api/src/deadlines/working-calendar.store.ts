import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { WorkingCalendar, type CalendarYear } from '@yikou/domain';
import { DatabaseSignals, ringAll, Transactions, type Reader } from '@yikou/platform';

interface DayRow {
  year: number;
  date: string;
  kind: 'OFF' | 'WORK';
  name: string;
}

const CHANNEL = 'yikou_calendar';
const TRY_AGAIN_MS = 1000;

/** Says to every process, when `tx` commits, that the calendar tables have changed. */
export function signalCalendar(tx: Reader): Promise<void> {
  return ringAll(tx, CHANNEL);
}

/**
 * The one calculator, filled from our own table (T4, T18). Read at the start and again when a process
 * signals a change; until the new one is there the old one answers, so no verb ever waits for it.
 */
@Injectable()
export class WorkingCalendarStore implements OnApplicationBootstrap {
  private loaded: Promise<WorkingCalendar> | undefined;
  private reloads = 0;

  constructor(
    private readonly transactions: Transactions,
    private readonly signals: DatabaseSignals,
  ) {}

  /** Read before the first request: a verb in its transaction must not wait for a second connection. */
  async onApplicationBootstrap(): Promise<void> {
    await this.signals.on(CHANNEL, () => this.reload());
    await this.calendar();
  }

  calendar(): Promise<WorkingCalendar> {
    this.loaded ??= this.load().catch((error: unknown) => {
      this.loaded = undefined;
      throw error;
    });
    return this.loaded;
  }

  /** After the calendar tables changed. The last one asked for is the one that stays. */
  async reload(): Promise<void> {
    const turn = (this.reloads += 1);
    try {
      const calendar = await this.load();
      if (turn === this.reloads) this.loaded = Promise.resolve(calendar);
    } catch (error) {
      // The signal comes once: whoever could not read then has to read later.
      setTimeout(() => void this.reload().catch(() => undefined), TRY_AGAIN_MS).unref();
      throw error;
    }
  }

  /** The notices as they stand in the tables now, whatever this process has in hand. */
  async years(reader: Reader): Promise<CalendarYear[]> {
    const rows: DayRow[] = await reader.query(
      `SELECT y.year, to_char(d.date, 'YYYY-MM-DD') AS date, d.kind, d.name
       FROM calendar_years y JOIN calendar_days d ON d.year = y.year ORDER BY d.date`,
    );
    const years = new Map<
      number,
      { year: number; off: [string, string][]; work: [string, string][] }
    >();
    for (const { year, date, kind, name } of rows) {
      const entry = years.get(year) ?? { year, off: [], work: [] };
      (kind === 'OFF' ? entry.off : entry.work).push([date, name]);
      years.set(year, entry);
    }
    return [...years.values()];
  }

  private async load(): Promise<WorkingCalendar> {
    return this.transactions.readAs(
      'public',
      async (tx) => new WorkingCalendar(await this.years(tx)),
    );
  }
}
