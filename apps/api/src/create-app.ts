import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  answerClientError,
  EdgeModule,
  JsonLogger,
  requestId,
  rootLogger,
  strictValidation,
  type Clock,
  type Edge,
  type Settings,
} from '@yikou/platform';
import { openEdge, securityHeaders } from './api-edge.js';
import { AppModule } from './app.module.js';
import { watchBacklog } from './backlog.js';

import { serveAdmin } from './serve-admin.js';
import { serveDocument } from './openapi-document.js';
import { LARGEST_FILE } from './uploaded-file.js';

/** Largest JSON body, in bytes. */
const LARGEST_BODY = 1024 * 1024;
/** Time for the largest file over a slow line; whoever takes longer only holds a connection. */
const SLOWEST_REQUEST_MS = 120_000;

/** The api as it runs, and as the tests run it: same pipes, same limits, same pages. */
export async function createApp(
  settings: Settings,
  clock?: Clock,
): Promise<NestFastifyApplication> {
  const log = rootLogger(settings.logLevel, 'api');
  const edge = openEdge(settings, log);
  const adapter = adapterOf(settings, edge);
  edge.attachTo(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiDoor.around(AppModule.with(settings, clock), edge),
    adapter,
    // The edge takes the bodies: NestJS would take forms as well.
    { logger: new JsonLogger(log), bodyParser: false },
  );
  await app.register(helmet, securityHeaders(settings));
  edge.refuse(adapter.getInstance());
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fileSize: LARGEST_FILE, fields: 5 } });
  app.useGlobalPipes(strictValidation());
  app.useGlobalInterceptors(edge.accountLimit());
  watchBacklog(edge.metrics, app);
  await serveDocument(app);
  if (settings.adminFolder) await serveAdmin(app, settings.adminFolder);
  return app;
}

function adapterOf({ edge: { trustedProxies } }: Settings, edge: Edge): FastifyAdapter {
  return new FastifyAdapter({
    genReqId: requestId,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    bodyLimit: LARGEST_BODY,
    requestTimeout: SLOWEST_REQUEST_MS,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 100 },
    clientErrorHandler: answerClientError,
    frameworkErrors: edge.routerError,
  });
}

/** The module graph behind the door of the api. */
@Module({})
class ApiDoor {
  static around(app: DynamicModule, edge: Edge): DynamicModule {
    return { module: ApiDoor, imports: [EdgeModule.with(edge.drain), app] };
  }
}
