import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { AnsweredSession } from './describe-session.js';
import { asksFromBrowser, notFromForeignPage } from './own-page.js';
import { SessionCookies } from './session-cookies.js';
import type { SessionDto } from './session.dto.js';

/** Hands out the tokens of a session: to browsers as cookies alone, to programs in the body. */
@Injectable()
export class SessionAnswer implements NestInterceptor<AnsweredSession, SessionDto> {
  constructor(private readonly cookies: SessionCookies) {}

  intercept(host: ExecutionContext, next: CallHandler<AnsweredSession>): Observable<SessionDto> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    notFromForeignPage(request);
    return next.handle().pipe(
      map((session) => {
        if (!asksFromBrowser(request)) return session;
        this.cookies.set(http.getResponse<FastifyReply>(), session);
        return { ...session, token: null, refreshToken: null };
      }),
    );
  }
}

/** Takes the cookies away when the session is over. */
@Injectable()
export class SessionFarewell implements NestInterceptor {
  constructor(private readonly cookies: SessionCookies) {}

  intercept(host: ExecutionContext, next: CallHandler): Observable<unknown> {
    this.cookies.clear(host.switchToHttp().getResponse<FastifyReply>());
    return next.handle();
  }
}
