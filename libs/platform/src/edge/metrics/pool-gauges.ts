import type { DataSource } from 'typeorm';
import type { Metrics } from './metrics.js';

/** The part of `pg.Pool` that TypeORM keeps to itself. */
interface Pool {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

/** How many connections are open, and how many requests wait for one. */
export function poolOf(dataSource: DataSource): Pool | undefined {
  return (dataSource.driver as unknown as { master?: Pool }).master;
}

export function watchPool(metrics: Metrics, dataSource: DataSource): void {
  const number = (name: string, help: string, read: (pool: Pool) => number) =>
    metrics.gauge(name, help, async () => {
      const pool = poolOf(dataSource);
      return pool && read(pool);
    });
  number('yikou_pool_connections', 'Open connections', ({ totalCount }) => totalCount);
  number(
    'yikou_pool_busy',
    'Connections in use',
    ({ totalCount, idleCount }) => totalCount - idleCount,
  );
  number('yikou_pool_waiting', 'Requests waiting for one', ({ waitingCount }) => waitingCount);
}
