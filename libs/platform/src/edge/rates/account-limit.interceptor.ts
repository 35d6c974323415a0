import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import type { RateLimits } from './rate-limits.js';

/** Who calls, as the guard has found out; undefined where the endpoint is open to anyone. */
export type PrincipalOf = (request: FastifyRequest) => string | undefined;

/** Counts requests by account. An interceptor, because only after the guard is it known whose they are. */
@Injectable()
export class AccountLimit implements NestInterceptor {
  constructor(
    private readonly limits: RateLimits,
    private readonly principalOf: PrincipalOf,
  ) {}

  async intercept(host: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = host.switchToHttp();
    const account = this.principalOf(http.getRequest<FastifyRequest>());
    if (account) await this.limits.takeFor(account, http.getResponse<FastifyReply>());
    return next.handle();
  }
}
