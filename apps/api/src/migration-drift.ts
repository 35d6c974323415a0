import 'reflect-metadata';
import { readSettings } from '@yikou/platform';
import { migrator } from './migrations.js';

/** Keys, checks and indexes stand in the migrations alone; entities describe columns. */
const OWNED_BY_MIGRATIONS =
  /^(ALTER TABLE "\w+" (DROP|ADD) CONSTRAINT|(DROP|CREATE)( UNIQUE)? INDEX)/;

const dataSource = migrator(readSettings());
await dataSource.initialize();
await dataSource.runMigrations();
const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
await dataSource.destroy();
const drift = upQueries
  .map(({ query }) => query)
  .filter((query) => !OWNED_BY_MIGRATIONS.test(query));
for (const query of drift) process.stdout.write(`${query}\n`);
process.exitCode = drift.length > 0 ? 1 : 0;
