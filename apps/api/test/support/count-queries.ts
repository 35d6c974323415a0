import { DataSource } from 'typeorm';
import type { District } from './district.js';

/** Statements that `work` makes the api send, transaction control included. */
export async function countQueries(
  district: District,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const sent: string[] = [];
  const sql = district.app.get(DataSource);
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
