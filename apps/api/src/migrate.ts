import 'reflect-metadata';
import { prepareQueue, readSettings } from '@yikou/platform';
import { indexItems } from './catalog/index.js';
import { loadCalendar } from './demo/load-calendar.js';
import { loadDemo, shownAccounts } from './demo/load-demo.js';
import { alone, migrator } from './migrations.js';
import { sealWhatIsClear } from './seal-what-is-clear.js';
import { openToApp } from './app-role.js';

const settings = readSettings();
const dataSource = migrator(settings);
try {
  await dataSource.initialize();
  await alone(dataSource, async () => {
    await dataSource.runMigrations();
    await prepareQueue(settings);
    await openToApp(dataSource, settings);
    await sealWhatIsClear(dataSource, settings);
    await dataSource.transaction(loadCalendar);
    await dataSource.transaction((tx) => indexItems(tx));
    if (!settings.production) await loadDemo(dataSource);
  });
  if (!settings.production) {
    process.stdout.write(`${JSON.stringify({ demoAccounts: await shownAccounts(dataSource) })}\n`);
  }
} catch (error) {
  process.stderr.write(`migrate: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  if (dataSource.isInitialized) await dataSource.destroy();
}
