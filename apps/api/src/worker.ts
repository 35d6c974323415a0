import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { JsonLogger, readSettings, rootLogger } from '@yikou/platform';
import { AppModule } from './app.module.js';
import { startJobs } from './start-jobs.js';

const settings = readSettings();
const app = await NestFactory.createApplicationContext(AppModule.with(settings), {
  logger: new JsonLogger(rootLogger(settings.logLevel, 'worker')),
});
app.enableShutdownHooks();
startJobs(app);
