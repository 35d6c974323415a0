import {
  createParamDecorator,
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { SETTINGS, type Settings } from '@yikou/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { SessionCookies } from './session-cookies.js';
import type { OpenedSession } from './session-opener.js';

const BROWSER_COOKIE = 'yikou_oidc';
const PATH = '/api/v1/oidc';
/** Whoever has not come back by then begins anew. */
export const WALK_MS = 10 * 60_000;

/** Where the browser goes next, and what it carries. */
export interface Walk {
  url: string;
  /** What the browser shows when it comes back; only set when it sets out. */
  browser?: string;
  /** Only set when it has come back and is known. */
  session?: OpenedSession;
}

/** The provider's callback as it came; its parameters are the provider's, so none is named here. */
export interface OidcCallback {
  query: string;
  browser: string | undefined;
}

export const CurrentCallback = createParamDecorator(
  (_: unknown, host: ExecutionContext): OidcCallback => {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const [, query = ''] = request.url.split('?');
    return { query, browser: request.cookies[BROWSER_COOKIE] };
  },
);

/** Sends the browser on with its cookies. */
@Injectable()
export class OidcWalk implements NestInterceptor<Walk, { url: string; statusCode: number }> {
  constructor(
    private readonly cookies: SessionCookies,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  intercept(
    host: ExecutionContext,
    next: CallHandler<Walk>,
  ): Observable<{ url: string; statusCode: number }> {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map(({ url, browser, session }) => {
        if (browser) reply.setCookie(BROWSER_COOKIE, browser, this.options);
        else reply.clearCookie(BROWSER_COOKIE, this.options);
        if (session) this.cookies.set(reply, session);
        return { url, statusCode: 302 };
      }),
    );
  }

  /** Lax: the way back begins on the provider's page, where a strict cookie would stay behind. */
  private get options() {
    const { production: secure } = this.settings;
    return { httpOnly: true, sameSite: 'lax', secure, path: PATH, maxAge: WALK_MS / 1000 } as const;
  }
}
