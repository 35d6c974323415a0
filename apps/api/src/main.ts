import 'reflect-metadata';
import {
  Drain,
  leaveOnSignals,
  poolOf,
  readSettings,
  rootLogger,
  scrubLastWords,
  startTracing,
} from '@yikou/platform';
import { DataSource } from 'typeorm';
import { createApp } from './create-app.js';

const settings = readSettings();
scrubLastWords(rootLogger(settings.logLevel, 'api'));
const stopTracing = await startTracing(settings.edge.otlpEndpoint, 'api');
const app = await createApp(settings);
const drain = app.get(Drain);
const pool = poolOf(app.get(DataSource));

leaveOnSignals({
  begin: () => drain.begin(),
  steps: [
    ['requests in hand', () => drain.finish(settings.edge.drainMs)],
    ['services', () => app.close()],
    ['traces', stopTracing],
  ],
  held: () => [...drain.held(), `${pool?.totalCount ?? 0} database connections`],
});
await app.listen({ port: settings.port, host: '0.0.0.0' });
