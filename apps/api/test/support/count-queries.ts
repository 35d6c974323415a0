import type { DataSource } from 'typeorm';

/** Statements that `work` sends over this connection pool, transaction control included. */
export async function countQueries(
  sql: DataSource,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const sent: string[] = [];
  const usual = sql.logger;
  const note = (query: string): void =>
    void sent.push(query.replaceAll(/\s+/g, ' ').trim().slice(0, 80));
  sql.logger = new Proxy(usual, {
    get: (target, name) => (name === 'logQuery' ? note : (Reflect.get(target, name) as unknown)),
  });
  try {
    await work();
  } finally {
    sql.logger = usual;
  }
  return sent;
}
