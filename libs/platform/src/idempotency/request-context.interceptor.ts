import { createHash } from 'node:crypto';
import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { ProblemError } from '../problem/problem-error.js';
import { runInContext, type RequestContext } from '../telemetry/request-context.js';

/** 255 printable characters, as other APIs with this header allow. */
const KEY = /^[\x21-\x7e]{1,255}$/;

interface IdentifiedRequest extends FastifyRequest {
  actor?: { accountId: string };
}

/** Opens the request's context: its trace id and, on a POST, its Idempotency-Key. */
@Injectable()
export class RequestContextInterceptor implements NestInterceptor {
  intercept(host: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = host.switchToHttp().getRequest<IdentifiedRequest>();
    const context = contextOf(request);
    return new Observable((subscriber) => {
      const subscription = runInContext(context, () => next.handle().subscribe(subscriber));
      return () => subscription.unsubscribe();
    });
  }
}

function contextOf(request: IdentifiedRequest): RequestContext {
  const key = request.headers['idempotency-key'];
  const accountId = request.actor?.accountId;
  if (request.method !== 'POST' || key === undefined || !accountId || isUpload(request)) {
    return { traceId: request.id };
  }
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new ProblemError(
      400,
      'idempotency.key_invalid',
      'Idempotency-Key 应为 1 至 255 个可见英文字符，请更换后重试。',
    );
  }
  const text = `${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`;
  const requestHash = createHash('sha256').update(text).digest('hex');
  return { traceId: request.id, idempotency: { accountId, key, requestHash, used: false } };
}

/** A file is recognised by its own content; sending it twice keeps one. */
function isUpload(request: FastifyRequest): boolean {
  return request.headers['content-type']?.startsWith('multipart/') ?? false;
}
