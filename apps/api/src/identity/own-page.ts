import { ProblemError } from '@yikou/platform';
import type { FastifyRequest } from 'fastify';

/**
 * Whether a browser asks. It is given its tokens as cookies that no script can read. Over plain http
 * browsers leave Sec-Fetch-Site out, but every changing request carries its Origin.
 */
export function asksFromBrowser(request: FastifyRequest): boolean {
  return siteOf(request) !== undefined || request.headers.origin !== undefined;
}

/**
 * A cookie travels by itself, so a changing request that relies on one must show that it comes from our
 * own pages.
 *
 * @throws ProblemError `request.foreign_origin`
 */
export function onlyFromOwnPage(request: FastifyRequest): void {
  if (!isFromOwnPage(request)) refuse();
}

/**
 * Where nothing relies on a cookie a program need show nothing, but another site's page is refused: it
 * could sign its visitor in as somebody else.
 *
 * @throws ProblemError `request.foreign_origin`
 */
export function notFromForeignPage(request: FastifyRequest): void {
  if (asksFromBrowser(request) && !isFromOwnPage(request)) refuse();
}

function isFromOwnPage(request: FastifyRequest): boolean {
  const site = siteOf(request);
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = request.headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

function siteOf(request: FastifyRequest): string | undefined {
  const site = request.headers['sec-fetch-site'];
  return typeof site === 'string' ? site : undefined;
}

function refuse(): never {
  throw new ProblemError(
    403,
    'request.foreign_origin',
    '请求不是从本系统页面发出的，已拒绝。请在本系统内操作。',
  );
}
