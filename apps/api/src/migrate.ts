import 'reflect-metadata';
import { prepareQueue, readSettings } from '@yikou/platform';
import { loadCalendar } from './demo/load-calendar.js';
import { loadDemo, shownAccounts } from './demo/load-demo.js';
import { alone, migrator } from './migrations.js';

const settings = readSettings();
const dataSource = migrator(settings);
try {
  await dataSource.initialize();
  await alone(dataSource, async () => {
    await dataSource.runMigrations();
    await dataSource.transaction(loadCalendar);
    if (!settings.production) await loadDemo(dataSource);
  });
  await prepareQueue(settings);
  if (!settings.production) {
    process.stdout.write(`${JSON.stringify({ demoAccounts: await shownAccounts(dataSource) })}\n`);
  }
} catch (error) {
  process.stderr.write(`migrate: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  if (dataSource.isInitialized) await dataSource.destroy();
}
