import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Reader } from './guide-frame.js';

/** Pages that need no script let none run, and load nothing but their style and marks of their own. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  // For whoever audits the page: nothing of ours connects.
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HOST = /^[\w.-]{1,253}(:\d{1,5})?$|^\[[\da-f:]+\](:\d{1,5})?$/i;

export function readerOf({ protocol, host, query }: FastifyRequest): Reader {
  const { lang } = query as { lang?: string };
  return {
    language: lang === 'en' ? 'en' : 'zh-CN',
    // Whatever a caller calls us is written into links: it must look like a host.
    origin: `${protocol}://${HOST.test(host) ? host : 'localhost'}`,
  };
}

/** In which language somebody reads, and the address under which they reached us. */
export const CurrentReader = createParamDecorator((_: unknown, host: ExecutionContext): Reader =>
  readerOf(host.switchToHttp().getRequest<FastifyRequest>()),
);

/** Says that the answer is a page. */
export function asPage(reply: FastifyReply): FastifyReply {
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', POLICY);
}
