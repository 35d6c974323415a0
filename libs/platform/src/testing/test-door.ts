import {
  Body,
  Controller,
  Get,
  Injectable,
  Module,
  Param,
  Post,
  Query,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { readSettings } from '../config/settings.js';
import { Edge } from '../edge/edge.js';
import { answerClientError } from '../edge/requests/refused-early.js';
import { requestId } from '../edge/requests/watch-requests.js';
import { ProblemError } from '../problem/problem-error.js';
import { ProblemFilter } from '../problem/problem.filter.js';
import { JsonLogger, rootLogger } from '../telemetry/json-logger.js';
import { inSpan, traceHeaders } from '../telemetry/tracing.js';

/** Holds requests up until the test lets them go. */
class Gate {
  waiting = 0;
  private open: (() => void)[] = [];

  async pass(): Promise<void> {
    this.waiting += 1;
    await new Promise<void>((resolve) => this.open.push(resolve));
    this.waiting -= 1;
  }

  letThrough(): void {
    for (const resolve of this.open.splice(0)) resolve();
  }
}

@Controller('api/v1')
class Endpoints {
  static gate = new Gate();

  @Get('things/:id')
  async thing(@Param('id') id: string) {
    return { id, headers: await inSpan('transaction', async () => traceHeaders()) };
  }

  @Post('things')
  keep(@Body() body: unknown) {
    if ((body as { fail?: boolean } | undefined)?.fail) throw new Error('failed behind a body');
    return { body: body ?? null, polluted: ({} as { polluted?: unknown }).polluted ?? null };
  }

  @Get('search')
  search(@Query() query: Record<string, unknown>) {
    return { query };
  }

  @Post('sessions')
  signIn() {
    return {};
  }

  @Get('slow')
  async slow() {
    await Endpoints.gate.pass();
    return { slow: true };
  }

  @Get('fails/:number')
  fails(@Param('number') number: string, @Query('how') how: string) {
    // A test of what happens to anything that is thrown.
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- code of others throws texts
    if (how === 'text') throw `no such person: ${number}`;
    if (how === 'busy') throw new ProblemError(503, 'server.busy', '系统繁忙，请稍后重试。');
    throw new Error(`Key (identity_number)=(${number}) already exists.`);
  }
}

/** In place of a guard that knows people: whoever says who they are is believed. */
@Injectable()
class Believe implements CanActivate {
  canActivate(host: ExecutionContext): boolean {
    const request = host
      .switchToHttp()
      .getRequest<{ headers: Record<string, string>; actor?: { accountId: string } }>();
    const accountId = request.headers['x-account'];
    if (accountId) request.actor = { accountId };
    return true;
  }
}

@Module({
  controllers: [Endpoints],
  providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
})
class DoorModule {}

/** A door with the whole edge before a handful of endpoints, on a real port. */
export interface TestDoor {
  url: string;
  port: number;
  edge: Edge;
  gate: Gate;
  /** What was logged so far. */
  lines: Record<string, unknown>[];
  app: NestFastifyApplication;
  close(): Promise<void>;
}

export async function openTestDoor(env: NodeJS.ProcessEnv = {}): Promise<TestDoor> {
  const settings = readSettings({ DATABASE_URL: 'postgres://nobody@localhost/none', ...env });
  const lines: Record<string, unknown>[] = [];
  const log = rootLogger('info', 'door', {
    write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  });
  const edge = new Edge({
    settings,
    log,
    principalOf: (request) => (request as { actor?: { accountId: string } }).actor?.accountId,
    rateClassOf: ({ routeOptions: { url }, method }) =>
      url === '/api/v1/sessions' && method === 'POST' ? 'guessable' : 'usual',
    isProbe: (route) => route.startsWith('/health/'),
    mayBeKept: (path) => !path.startsWith('/api/') || path.startsWith('/api/docs'),
  });
  const { trustedProxies } = settings.edge;
  const adapter = new FastifyAdapter({
    genReqId: requestId,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    bodyLimit: 1024 * 1024,
    clientErrorHandler: answerClientError,
    frameworkErrors: edge.routerError,
  });
  edge.attachTo(adapter.getInstance());
  edge.refuse(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(DoorModule, adapter, {
    logger: new JsonLogger(log),
    bodyParser: false,
  });
  app.useGlobalGuards(new Believe());
  app.useGlobalInterceptors(edge.accountLimit());
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const port = Number(new URL(url).port);
  const close = () => app.close();
  return { url, port, edge, gate: Endpoints.gate, lines, app, close };
}
