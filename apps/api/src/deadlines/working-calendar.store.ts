import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { WorkingCalendar, type CalendarYear } from '@yikou/domain';
import { Transactions } from '@yikou/platform';

interface DayRow {
  year: number;
  date: string;
  kind: 'OFF' | 'WORK';
  name: string;
}

/** The one calculator, filled from our own table (T4, T18). Read once; read again after an import. */
@Injectable()
export class WorkingCalendarStore implements OnApplicationBootstrap {
  private loaded: Promise<WorkingCalendar> | undefined;

  constructor(private readonly transactions: Transactions) {}

  /** Read before the first request: a verb in its transaction must not wait for a second connection. */
  async onApplicationBootstrap(): Promise<void> {
    await this.calendar();
  }

  calendar(): Promise<WorkingCalendar> {
    this.loaded ??= this.load().catch((error: unknown) => {
      this.loaded = undefined;
      throw error;
    });
    return this.loaded;
  }

  /** To be called after the calendar tables changed. */
  reload(): void {
    this.loaded = undefined;
  }

  private async load(): Promise<WorkingCalendar> {
    const rows: DayRow[] = await this.transactions.readAs('public', (tx) =>
      tx.query(
        `SELECT y.year, to_char(d.date, 'YYYY-MM-DD') AS date, d.kind, d.name
       FROM calendar_years y JOIN calendar_days d ON d.year = y.year ORDER BY d.date`,
      ),
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
    return new WorkingCalendar([...years.values()] satisfies CalendarYear[]);
  }
}
