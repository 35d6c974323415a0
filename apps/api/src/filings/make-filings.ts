import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  addDays,
  FILING_LIMIT,
  localDateOf,
  nextWeekToFile,
  startOfLocalDay,
  type LocalDate,
} from '@yikou/domain';
import { announce, Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { ChangeDeadlines } from '../deadlines/index.js';
import { subjectOf } from './filing-clock.js';

/** The name under which the lists are made. */
export const FILING_CLOCK = 'filing-clock';

/** How far back a decision is looked for that no list has: what was entered late, or corrected. */
const LOOK_BACK_DAYS = 84;

interface Group {
  centre_unit_id: string;
  section_unit_id: string;
  item_id: string;
  item_code: string;
  item_name: string;
  area_path: string;
}

/**
 * What no list has as it stands now: decided in the week or before, by `$1` from and `$2` until. A result that
 * was changed since it was filed is another one, and comes again.
 */
const UNFILED = `FROM cases c JOIN authorisations a ON a.id = c.authorisation_id
  WHERE c.authorisation_id IS NOT NULL AND c.decided_at >= $1 AND c.decided_at < $2
    AND NOT EXISTS (SELECT 1 FROM filing_rows r
      WHERE r.case_id = c.id AND r.decided_at = c.decided_at AND r.outcome = c.outcome)`;

const GROUPS = `SELECT c.taking_unit_id AS centre_unit_id, a.section_unit_id, c.item_id,
    min(c.item_code) AS item_code, max(c.item_name) AS item_name, min(c.area_path) AS area_path
  ${UNFILED} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

const INSERT_FILING = `WITH made AS (
    INSERT INTO filings (id, week, centre_unit_id, section_unit_id, item_id, item_code, item_name,
      area_path, state, sent_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'SENT', $9) ON CONFLICT DO NOTHING RETURNING id)
  SELECT id FROM made`;

const INSERT_ROWS = `WITH made AS (
    INSERT INTO filing_rows (filing_id, place, kind, case_id, case_number, applicant_name, outcome,
      result_number, authority, decided_at)
    SELECT $3, row_number() OVER (ORDER BY c.decided_at, c.number),
      CASE WHEN EXISTS (SELECT 1 FROM filing_rows r WHERE r.case_id = c.id) THEN 'CORRECTED'
        WHEN c.decided_at < $4 THEN 'LATE' ELSE 'IN_WEEK' END,
      c.id, c.number, c.applicant_name, c.outcome, c.result_number, c.authority, c.decided_at
    ${UNFILED} AND c.taking_unit_id = $5 AND a.section_unit_id = $6 AND c.item_id = $7
    RETURNING place)
  SELECT count(*)::int AS count FROM made`;

/**
 * R51: makes the lists of each week that is over, once. Each list is a transaction of its own: stopped in the
 * middle, the next turn makes those that are missing; a second worker finds them made.
 */
@Injectable()
export class MakeFilings {
  constructor(
    private readonly transactions: Transactions,
    private readonly changeDeadlines: ChangeDeadlines,
    private readonly clock: Clock,
  ) {}

  /** Makes up for every week that is missing, the oldest first. @returns how many weeks were made */
  async run(): Promise<number> {
    let weeks = 0;
    for (let week = await this.next(); week !== null; week = await this.next()) {
      await this.make(week);
      weeks += 1;
    }
    return weeks;
  }

  private async next(): Promise<LocalDate | null> {
    const [row]: { last: string | null; first: Date | null }[] = await this.transactions.readAs(
      FILING_CLOCK,
      (tx) =>
        tx.query(
          `SELECT (SELECT max(week)::text FROM filing_weeks) AS last,
             (SELECT min(decided_at) FROM cases WHERE authorisation_id IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM filing_weeks)) AS first`,
        ),
    );
    const first = row?.first ? localDateOf(row.first) : null;
    return nextWeekToFile(row?.last ?? null, first, localDateOf(this.clock.now()));
  }

  private async make(week: LocalDate): Promise<void> {
    const span = spanOf(week);
    const groups: Group[] = await this.transactions.readAs(FILING_CLOCK, (tx) =>
      tx.query(GROUPS, [span.from, span.until]),
    );
    for (const group of groups) {
      await this.transactions.as(FILING_CLOCK, (tx) => this.file(tx, week, group));
    }
    await this.transactions.as(FILING_CLOCK, (tx) => close(tx, week, this.clock.now()));
  }

  private async file(tx: Tx, week: LocalDate, group: Group): Promise<void> {
    const id = randomUUID();
    const now = this.clock.now();
    const { centre_unit_id: centre, section_unit_id: section, item_id: item } = group;
    const made: unknown[] = await tx.query(INSERT_FILING, [
      ...[id, week, centre, section, item],
      ...[group.item_code, group.item_name, group.area_path, now],
    ]);
    if (made.length === 0) return;
    const { from, until, begins } = spanOf(week);
    const [rows]: { count: number }[] = await tx.query(INSERT_ROWS, [
      ...[from, until, id, begins],
      ...[centre, section, item],
    ]);
    const start = [{ kind: 'FILING' as const, limit: FILING_LIMIT, ownerUnitId: section }];
    const changes = { start, stop: [], stopAs: 'MET' as const, pause: false, resume: false };
    const subject = subjectOf({ ...group, id, week });
    await this.changeDeadlines.run(tx, subject, { ...changes, holderUnitId: section }, now);
    const payload = { week, centreUnitId: centre, sectionUnitId: section, cases: rows?.count };
    await announce(tx, [{ topic: 'filing.sent', subjectId: id, payload }]);
    noteChange(tx, { kind: 'filing', id, after: { week, itemCode: group.item_code, ...rows } });
  }
}

function spanOf(week: LocalDate): { from: Date; begins: Date; until: Date } {
  return {
    from: startOfLocalDay(addDays(week, -LOOK_BACK_DAYS)),
    begins: startOfLocalDay(week),
    until: startOfLocalDay(addDays(week, 7)),
  };
}

/** The week is done, also when it had nothing to tell: a week without a row here was never made. */
async function close(tx: Tx, week: LocalDate, now: Date): Promise<void> {
  const made: { week: string; filings: number; cases: number }[] = await tx.query(
    `WITH made AS (
       INSERT INTO filing_weeks (week, made_at, filing_count, case_count)
       SELECT $1::date, $2, count(DISTINCT f.id), count(r.case_id)
       FROM filings f JOIN filing_rows r ON r.filing_id = f.id WHERE f.week = $1::date
       ON CONFLICT DO NOTHING RETURNING filing_count AS filings, case_count AS cases)
     SELECT * FROM made`,
    [week, now],
  );
  const [counts] = made;
  if (counts) noteChange(tx, { kind: 'filing-week', id: week, after: { ...counts } });
}
