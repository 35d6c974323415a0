import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  JsonLogger,
  rootLogger,
  strictValidation,
  type Clock,
  type Settings,
} from '@yikou/platform';
import { AppModule } from './app.module.js';
import { LARGEST_FILE } from './intake/index.js';
import { serveAdmin } from './serve-admin.js';
import { serveDocument } from './openapi-document.js';

/** Largest JSON body, in bytes. */
const LARGEST_BODY = 1024 * 1024;

/**
 * Pages run only what we serve ourselves and stand in nobody's frame. Styles are set by script in the
 * component library, so they alone may be inline. Plain http stays possible inside a district's network.
 */
const SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

/** The api as it runs, and as the tests run it: same pipes, same limits, same pages. */
export async function createApp(
  settings: Settings,
  clock?: Clock,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    genReqId: () => randomUUID(),
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 100 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(settings, clock),
    adapter,
    { logger: new JsonLogger(rootLogger(settings.logLevel, 'api')) },
  );
  await app.register(helmet, { contentSecurityPolicy: SECURITY_POLICY });
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fileSize: LARGEST_FILE, fields: 5 } });
  app.useGlobalPipes(strictValidation());
  app.enableShutdownHooks();
  await serveDocument(app);
  if (settings.adminFolder) await serveAdmin(app, settings.adminFolder);
  return app;
}
