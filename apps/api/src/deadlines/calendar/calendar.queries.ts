import { Injectable } from '@nestjs/common';
import {
  addDays,
  deadlineError,
  FIRST_CALENDAR_YEAR,
  LAST_CALENDAR_YEAR,
  localDateOf,
  missingYearOn,
} from '@yikou/domain';
import { Clock, Transactions } from '@yikou/platform';
import { WorkingCalendarStore } from '../working-calendar.store.js';
import type { CalendarDayDto, CalendarOutlookDto, CalendarYearDto } from './calendar.dto.js';

/** The calendar as it is in force. */
@Injectable()
export class CalendarQueries {
  constructor(
    private readonly calendars: WorkingCalendarStore,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `calendar.year_invalid` */
  async year(text: string): Promise<CalendarYearDto> {
    const year = /^\d{4}$/.test(text) ? Number(text) : 0;
    if (year < FIRST_CALENDAR_YEAR || year > LAST_CALENDAR_YEAR) {
      throw deadlineError('calendar.year_invalid', text);
    }
    const calendar = await this.calendars.calendar();
    const [notice]: { source: string; revision: number }[] = await this.transactions.reader.query(
      'SELECT source, revision FROM calendar_years WHERE year = $1',
      [year],
    );
    const days: CalendarDayDto[] = [];
    for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
      days.push({ date, kind: calendar.dayKind(date), name: calendar.nameOf(date) });
    }
    return {
      year,
      published: calendar.isPublished(`${year}-01-01`),
      source: notice?.source ?? null,
      revision: notice?.revision ?? 0,
      workingDays: calendar.workingDaysBetween(`${year}-01-01`, addDays(`${year}-12-31`, 1)),
      days,
    };
  }

  async outlook(): Promise<CalendarOutlookDto> {
    const calendar = await this.calendars.calendar();
    const today = localDateOf(this.clock.now());
    const publishedYears: number[] = [];
    for (let year = FIRST_CALENDAR_YEAR; year <= LAST_CALENDAR_YEAR; year += 1) {
      if (calendar.isPublished(`${year}-01-01`)) publishedYears.push(year);
    }
    return { publishedYears, missingYear: missingYearOn(today, calendar) };
  }
}
