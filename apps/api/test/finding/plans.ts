import { Transactions, runInContext, type PersonScope } from '@yikou/platform';
import { DataSource } from 'typeorm';
import type { District } from '../support/district.js';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

interface Sent {
  sql: string;
  values: unknown[];
}

/** What the api sends with a word in it while `work` runs. */
async function sentBy(district: District, work: () => Promise<unknown>, word: string) {
  const sent: Sent[] = [];
  const source = district.app.get(DataSource);
  const usual = source.logger;
  const note = (sql: string, values: unknown[] = []): void => void sent.push({ sql, values });
  source.logger = new Proxy(usual, {
    get: (target, name) => (name === 'logQuery' ? note : (Reflect.get(target, name) as unknown)),
  });
  try {
    await work();
  } finally {
    source.logger = usual;
  }
  return sent.filter(({ sql }) => sql.includes(word) && /^\(?\s*SELECT/.test(sql));
}

/** The tables that `work` reads from end to end, by the plan under its own policies. */
export async function walkedTables(
  district: District,
  scope: PersonScope,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const walked = new Set<string>();
  const statements = await sentBy(district, work, 'cases c');
  if (statements.length === 0) throw new Error('nothing was asked of the cases');
  for (const { sql, values } of statements) {
    const rows: { 'QUERY PLAN': { Plan: Plan }[] }[] = await runInContext(
      { traceId: 'plan', scope },
      () =>
        district.app.get(Transactions).read(async (tx) => {
          // As on a solid-state disk: with so few rows the default would still read small tables whole.
          await tx.query('SET LOCAL random_page_cost = 1.1');
          return tx.query(`EXPLAIN (FORMAT JSON) ${sql}`, values);
        }),
    );
    for (const row of rows) for (const { Plan } of row['QUERY PLAN']) noteWalks(Plan, walked);
  }
  return [...walked].sort();
}

function noteWalks(plan: Plan, walked: Set<string>): void {
  if (plan['Node Type'] === 'Seq Scan') walked.add(plan['Relation Name'] ?? '');
  for (const below of plan.Plans ?? []) noteWalks(below, walked);
}
