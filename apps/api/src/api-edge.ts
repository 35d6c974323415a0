import type { FastifyHelmetOptions } from '@fastify/helmet';
import { Edge, type RateClass, type Settings } from '@yikou/platform';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

/**
 * Where somebody could find out by trying: names, passwords, codes, the last digits of a number. Not the
 * renewal of a session: its token cannot be guessed, and all the tabs of a centre do it all day.
 */
const GUESSABLE = [
  { method: 'POST', route: /^\/api\/v1\/sessions(\/(?!refresh$)|$)/ },
  { method: undefined, route: /^\/api\/v1\/oidc\// },
  { method: undefined, route: /^\/api\/v1\/me\/(password|second-factor)/ },
  { method: undefined, route: /^\/api\/v1\/progress(\/|$)/ },
  { method: undefined, route: /^\/verify(\/|$)/ },
  { method: 'POST', route: /^\/api\/v1\/appointments\/(look-up|cancel)$/ },
  { method: 'POST', route: /^\/(progress|online\/appointment)$/ },
];

/** What everybody may read: guides, and the items behind them. */
const OPEN_ITEMS = /^\/api\/v1\/items(\/[^/]+)?$/;

/** Answers under /api are for whoever asked, but for the documentation and what is published anyway. */
function mayBeKept(path: string): boolean {
  if (!/^\/(api|health|hall)\//.test(path)) return true;
  return /^\/api\/(docs|openapi)/.test(path) || OPEN_ITEMS.test(path);
}

/** What stands before the endpoints of the api. */
export function openEdge(settings: Settings, log: Logger): Edge {
  return new Edge({
    settings,
    log,
    principalOf: (request) => (request as { actor?: { accountId: string } }).actor?.accountId,
    rateClassOf,
    isProbe: (route) => route.startsWith('/health/'),
    mayBeKept,
  });
}

/**
 * By the route that was found, not by the address: there are many ways to write one. The files of the
 * pages are not counted; opening the pages takes dozens, and a whole centre may share one address.
 */
function rateClassOf(request: FastifyRequest): RateClass {
  const { url: route } = request.routeOptions;
  if (route === undefined || request.is404) return 'usual';
  if (!/^\/(api|guide|hall|online|progress|sitemap|verify)/.test(route)) return 'exempt';
  const guessable = GUESSABLE.some(
    ({ method, route: pattern }) =>
      pattern.test(route) && (method === undefined || method === request.method),
  );
  return guessable ? 'guessable' : 'usual';
}

/**
 * Pages run only what we serve ourselves and stand in nobody's frame. Styles are set by script in the
 * component library, so they alone may be inline.
 */
const CONTENT = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    scriptSrcAttr: ["'none'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

const YEAR_SECONDS = 31_536_000;

/**
 * The security headers. Browsers heed the demand for https only where they have come by https, so plain
 * http stays possible inside a district's network; it binds this host alone, not its neighbours.
 */
export function securityHeaders(settings: Settings): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: CONTENT,
    strictTransportSecurity: settings.production && {
      maxAge: YEAR_SECONDS,
      includeSubDomains: false,
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  };
}
