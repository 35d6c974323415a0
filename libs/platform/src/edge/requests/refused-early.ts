import type { Socket } from 'node:net';
import type { ConnectionError, FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../problem/problem.js';
import { refusalOf } from '../../problem/to-problem.js';

/** Headers that also the shortest answer carries; it is sent before any plugin could set its own. */
const BARE_HEADERS = {
  'content-type': 'application/problem+json; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'",
  'x-content-type-options': 'nosniff',
};

interface Early {
  status: number;
  reason: string;
  code: string;
  title: string;
}

const MALFORMED: Early = {
  status: 400,
  reason: 'Bad Request',
  code: 'request.malformed',
  title: '请求无法解析，请检查后重新提交。',
};

const EARLY: Record<string, Early> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: 'Request Header Fields Too Large',
    code: 'request.headers_too_large',
    title: '请求头过大，请清除本站 Cookie 后重试。',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    reason: 'Request Timeout',
    code: 'request.too_slow',
    title: '请求传输超时，请检查网络后重新提交。',
  },
};

/** Answers what Node itself refuses: no request has come of it yet, there is only the socket. */
export function answerClientError(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, reason, code, title } = EARLY[error.code] ?? MALFORMED;
  const body = JSON.stringify({ type: `/api/problems/${code}`, title, status, code });
  const headers = Object.entries({
    ...BARE_HEADERS,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  });
  const head = headers.map(([name, value]) => `${name}: ${value}`).join('\r\n');
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${head}\r\n\r\n${body}`);
}

/** Answers an address that the router cannot read; no hook has seen it. */
export function answerRouterError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { status, code, title } = refusalOf(error);
  const problem: Problem = {
    type: `/api/problems/${code}`,
    title,
    status,
    code,
    // The address as it came cannot be trusted to be one.
    instance: '/',
    traceId: request.id,
  };
  void reply.code(status).headers(BARE_HEADERS).send(JSON.stringify(problem));
}
