import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { readSettings } from '@yikou/platform';
import { AppModule } from './app.module.js';
import { openApiDocument } from './openapi-document.js';

// Preview mode builds the graph without opening anything, so the address is never called.
const settings = readSettings({ DATABASE_URL: 'postgres://nobody@localhost/none' });
const app = await NestFactory.create<NestFastifyApplication>(
  AppModule.with(settings),
  new FastifyAdapter(),
  { preview: true, abortOnError: false, logger: false },
);
const target = process.argv[2];
const text = `${JSON.stringify(await openApiDocument(app), null, 2)}\n`;
if (target) writeFileSync(target, text);
else process.stdout.write(text);
