import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Settings } from '../config/settings.js';
import { Drain } from './leaving/drain.js';
import { Metrics } from './metrics/metrics.js';
import { METRICS_PATH, serveMetrics } from './metrics/serve-metrics.js';
import { AccountLimit, type PrincipalOf } from './rates/account-limit.interceptor.js';
import { RateLimits, type RateClass } from './rates/rate-limits.js';
import { setAnswerHeaders } from './requests/answer-headers.js';
import { takeJsonOnly } from './requests/json-body.js';
import { takePlainAddresses } from './requests/plain-address.js';
import { answerRouterError } from './requests/refused-early.js';
import { requestLog } from './requests/request-log.js';
import { RequestWatch } from './requests/watch-requests.js';

/** What a door has to say about its own addresses. */
export interface EdgeOptions {
  settings: Settings;
  log: Logger;
  principalOf: PrincipalOf;
  rateClassOf: (request: FastifyRequest) => RateClass;
  /** By the pattern of a route: asked every few seconds by a machine. */
  isProbe: (route: string) => boolean;
  /** By path: an answer that a browser or proxy may keep. */
  mayBeKept: (path: string) => boolean;
}

/** What stands between the network and the endpoints of one door. */
export class Edge {
  readonly drain = new Drain();
  readonly metrics = new Metrics();
  private readonly watch: RequestWatch;
  readonly limits: RateLimits;

  constructor(private readonly options: EdgeOptions) {
    const { settings, log, principalOf } = options;
    this.limits = new RateLimits(settings.edge.rates, settings.redisUrl);
    this.metrics.gauge(
      'yikou_rate_limits_shared',
      'Whether requests are counted for all processes together',
      async () => (this.limits.isShared === undefined ? undefined : Number(this.limits.isShared)),
    );
    const isProbe = (route: string) => route === METRICS_PATH || options.isProbe(route);
    this.watch = new RequestWatch(principalOf, [
      requestLog(log, isProbe),
      this.metrics.requestObserver(),
      this.drain.observer(),
    ]);
  }

  /** First of all that a request meets: it is counted and watched whatever becomes of it. */
  attachTo(fastify: FastifyInstance): void {
    const { settings, mayBeKept } = this.options;
    this.watch.attachTo(fastify);
    this.drain.attachTo(fastify);
    setAnswerHeaders(fastify, mayBeKept);
    serveMetrics(fastify, this.metrics, settings.edge.metricsToken);
    takeJsonOnly(fastify);
  }

  /** After the plugin that sets the security headers, so that a refusal carries them as well. */
  refuse(fastify: FastifyInstance): void {
    const { rateClassOf } = this.options;
    this.limits.guard(fastify, (request) =>
      request.routeOptions.url === METRICS_PATH ? 'exempt' : rateClassOf(request),
    );
    takePlainAddresses(fastify);
  }

  /** For Fastify's `frameworkErrors`: no hook sees an address that the router cannot read. */
  readonly routerError = (
    error: FastifyError,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void => {
    this.watch.begin(request, reply);
    answerRouterError(error, request, reply);
  };

  /** For `useGlobalInterceptors`. */
  accountLimit(): AccountLimit {
    return new AccountLimit(this.limits, this.options.principalOf);
  }
}
