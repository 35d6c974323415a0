import { Injectable } from '@nestjs/common';
import { isOutsideHallHours, type Actor, type ClockChanges } from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import { ChangeDeadlines, DeadlineQueries, WorkingCalendarStore } from '../deadlines/index.js';
import type { CaseRow } from './case.row.js';

type Changed = Awaited<ReturnType<ChangeDeadlines['run']>>;

/** The clocks of a case, as its verbs start and stop them. */
@Injectable()
export class CaseClocks {
  constructor(
    private readonly changeDeadlines: ChangeDeadlines,
    private readonly deadlines: DeadlineQueries,
    private readonly calendars: WorkingCalendarStore,
  ) {}

  change(tx: Tx, row: CaseRow, clocks: ClockChanges, now: Date): Promise<Changed> {
    return this.changeDeadlines.run(tx, subjectOf(row), clocks, now);
  }

  /** R68: what was begun goes on after closing; that its counter stayed for it is kept. */
  async stayedFor(row: CaseRow, actor: Actor, now: Date): Promise<{ outOfHours?: true }> {
    if (actor.unitId !== row.taking_unit_id) return {};
    return isOutsideHallHours(now, row.opening_hours, await this.calendars.calendar())
      ? { outOfHours: true }
      : {};
  }

  draw(rows: Changed) {
    return this.deadlines.draw(rows);
  }
}

function subjectOf(row: CaseRow) {
  return {
    id: row.id,
    reference: row.number,
    title: row.item_name,
    unitId: row.taking_unit_id,
    areaPath: row.area_path,
    hours: row.opening_hours,
  };
}
