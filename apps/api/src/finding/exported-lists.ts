import { Injectable } from '@nestjs/common';
import type { Actor, ExportedList, Worklist } from '@yikou/domain';
import type { TableColumn } from '../documents/index.js';
import { DeadlineQueries } from '../deadlines/index.js';
import { CaseQueries } from '../workflow/index.js';
import { CASE_ROW, DEADLINE_ROW, WAITING_ROW } from './exported-rows.js';
import { WorklistsQueries } from './worklists.queries.js';

export interface ExportedPage {
  rows: (string | number)[][];
  nextCursor: string | null;
}

export interface ExportSource {
  columns: readonly TableColumn[];
  page(cursor: string | undefined): Promise<ExportedPage>;
}

type Filter = Record<string, unknown>;

/** Rows a batch: one statement, and one place to stop. */
const BATCH = 500;

/** The lists as their pages have them, so that an export holds what the screen shows. */
@Injectable()
export class ExportedLists {
  constructor(
    private readonly cases: CaseQueries,
    private readonly worklists: WorklistsQueries,
    private readonly deadlines: DeadlineQueries,
  ) {}

  open(list: ExportedList, filter: Filter, actor: Actor): ExportSource {
    if (list === 'CASES') {
      return sourceOf(CASE_ROW, (page) => this.cases.page({ ...filter, ...page }, actor));
    }
    if (list === 'DEADLINES') {
      return sourceOf(DEADLINE_ROW, (page) => this.deadlines.page({ ...filter, ...page }, actor));
    }
    const worklist = filter['worklist'] as Worklist;
    return sourceOf(WAITING_ROW, (page) => this.worklists.page(worklist, page, actor));
  }
}

interface Place {
  limit: number;
  cursor?: string;
}

function sourceOf<Row>(
  columns: readonly (TableColumn & { cell: (row: Row) => string | number })[],
  ask: (place: Place) => Promise<{ items: Row[]; nextCursor: string | null }>,
): ExportSource {
  return {
    columns,
    page: async (cursor) => {
      const { items, nextCursor } = await ask({ limit: BATCH, ...(cursor ? { cursor } : {}) });
      return { rows: items.map((row) => columns.map(({ cell }) => cell(row))), nextCursor };
    },
  };
}
