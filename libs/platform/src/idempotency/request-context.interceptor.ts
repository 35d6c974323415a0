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
import type { Scope } from '../scope/scope.js';
import { runInContext, type RequestContext } from '../telemetry/request-context.js';

/** 255 printable characters, as other APIs with this header allow. */
const KEY = /^[\x21-\x7e]{1,255}$/;

/** What the guard has found out. */
interface IdentifiedRequest extends FastifyRequest {
  actor?: { accountId: string };
  scope?: Scope;
  action?: string;
}

/** Opens the request's context: who asks for what from where and, on a POST, its Idempotency-Key. */
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
  const asked = askedBy(request);
  const key = request.headers['idempotency-key'];
  const accountId = request.actor?.accountId;
  if (request.method !== 'POST' || key === undefined || !accountId || isUpload(request)) {
    return asked;
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
  return { ...asked, idempotency: { accountId, key, requestHash, used: false } };
}

function askedBy(request: IdentifiedRequest): RequestContext {
  const { id: subjectId } = request.params as { id?: string };
  return {
    traceId: request.id,
    address: request.ip,
    ...(request.scope ? { scope: request.scope } : {}),
    ...(request.action ? { action: request.action } : {}),
    ...(subjectId ? { subjectId } : {}),
  };
}

/** A file is recognised by its own content; sending it twice keeps one. */
function isUpload(request: FastifyRequest): boolean {
  return request.headers['content-type']?.startsWith('multipart/') ?? false;
}
