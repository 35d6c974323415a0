import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import {
  JsonLogger,
  leaveOnSignals,
  Loops,
  Metrics,
  openWorkerDoor,
  poolOf,
  readSettings,
  rootLogger,
  scrubLastWords,
  startTracing,
} from '@yikou/platform';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { watchBacklog } from './backlog.js';
import { startJobs } from './start-jobs.js';

const settings = readSettings();
const log = rootLogger(settings.logLevel, 'worker');
scrubLastWords(log);
const { workerPort: port, metricsToken: token, otlpEndpoint } = settings.edge;
const stopTracing = await startTracing(otlpEndpoint, 'worker');
const app = await NestFactory.createApplicationContext(AppModule.with(settings), {
  logger: new JsonLogger(log),
});
const loops = app.get(Loops);
const pool = poolOf(app.get(DataSource));
let leaving = false;

leaveOnSignals({
  begin: () => (leaving = true),
  steps: [
    ['jobs in hand', () => app.close()],
    ['traces', stopTracing],
  ],
  held: () => [
    ...loops.status().flatMap(({ name, inHand }) => (inHand === undefined ? [] : `job ${name}`)),
    `${pool?.totalCount ?? 0} database connections`,
  ],
});
startJobs(app);
if (port !== 0) {
  const metrics = new Metrics();
  metrics.watchLoops(() => loops.status());
  watchBacklog(metrics, app);
  const isLeaving = () => leaving;
  await openWorkerDoor({ port, token, metrics, isLeaving, loops: () => loops.status() });
}
