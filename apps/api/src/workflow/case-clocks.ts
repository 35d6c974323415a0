import { Injectable } from '@nestjs/common';
import type { ClockChanges } from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import { ChangeDeadlines, DeadlineQueries } from '../deadlines/index.js';
import type { CaseRow } from './case.row.js';

type Changed = Awaited<ReturnType<ChangeDeadlines['run']>>;

/** The clocks of a case, as its verbs start and stop them. */
@Injectable()
export class CaseClocks {
  constructor(
    private readonly changeDeadlines: ChangeDeadlines,
    private readonly deadlines: DeadlineQueries,
  ) {}

  change(tx: Tx, row: CaseRow, clocks: ClockChanges, now: Date): Promise<Changed> {
    return this.changeDeadlines.run(tx, subjectOf(row), clocks, now);
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
    closesAt: row.closes_at,
  };
}
