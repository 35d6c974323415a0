import { Injectable } from '@nestjs/common';
import { dueOf, explainDue } from '@yikou/domain';
import type { DueDto, DueQueryDto } from './deadlines.dto.js';
import { WorkingCalendarStore } from './working-calendar.store.js';

/** Any integrator may ask what we would compute; the same calculator as for cases (T4). */
@Injectable()
export class ComputeDue {
  constructor(private readonly calendars: WorkingCalendarStore) {}

  async run({ from, limit: amount, unit }: DueQueryDto): Promise<DueDto> {
    const calendar = await this.calendars.calendar();
    const startedAt = new Date(from);
    const { dueAt, provisional } = dueOf({ amount, unit }, startedAt, calendar, { warnShare: 1 });
    return { dueAt, provisional, explain: explainDue({ amount, unit }, startedAt, calendar, []) };
  }
}
