import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@yikou/platform';
import type { FastifyReply } from 'fastify';
import type { OpenedSession } from './session-opener.js';

export const SESSION_COOKIE = 'yikou_session';
export const REFRESH_COOKIE = 'yikou_refresh';
/** The refresh token goes where it is used, not with every request. */
const REFRESH_PATH = '/api/v1/sessions';

/** A browser's tokens: out of reach of scripts, and never sent along from another site's page. */
@Injectable()
export class SessionCookies {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  set(reply: FastifyReply, session: OpenedSession): void {
    const { token, expiresAt, refreshToken, refreshExpiresAt } = session;
    reply.setCookie(SESSION_COOKIE, token, { ...this.options('/'), expires: expiresAt });
    reply.setCookie(REFRESH_COOKIE, refreshToken, {
      ...this.options(REFRESH_PATH),
      expires: refreshExpiresAt,
    });
  }

  clear(reply: FastifyReply): void {
    reply.clearCookie(SESSION_COOKIE, this.options('/'));
    reply.clearCookie(REFRESH_COOKIE, this.options(REFRESH_PATH));
  }

  private options(path: string) {
    return { httpOnly: true, sameSite: 'strict', secure: this.settings.production, path } as const;
  }
}
