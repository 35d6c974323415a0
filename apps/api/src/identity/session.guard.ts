import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { identityError } from '@yikou/domain';
import { Clock, ProblemError } from '@yikou/platform';
import { PUBLIC, type SignedInRequest } from './actor.js';
import { SessionQueries } from './session.queries.js';
import { hashOfToken, SESSION_COOKIE } from './tokens.js';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Closed by default: an endpoint without `@Public()` needs a session. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionQueries,
    private readonly clock: Clock,
  ) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    const targets = [host.getHandler(), host.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    const request = host.switchToHttp().getRequest<SignedInRequest>();
    const token = bearerOf(request) ?? cookieOf(request);
    const actor = token && (await this.sessions.actorOf(hashOfToken(token), this.clock.now()));
    if (!actor) throw identityError('identity.sign_in_required');
    request.actor = actor;
    return true;
  }
}

function bearerOf(request: SignedInRequest): string | undefined {
  const [scheme, token] = request.headers.authorization?.split(' ') ?? [];
  return scheme?.toLowerCase() === 'bearer' ? token : undefined;
}

/** A cookie travels by itself, so a changing request must come from our own pages. */
function cookieOf(request: SignedInRequest): string | undefined {
  const token = request.cookies[SESSION_COOKIE];
  if (token && !SAFE_METHODS.includes(request.method) && isFromElsewhere(request)) {
    throw new ProblemError(
      403,
      'request.foreign_origin',
      '请求不是从本系统页面发出的，已拒绝。请在本系统内操作。',
    );
  }
  return token;
}

function isFromElsewhere(request: SignedInRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  return (
    origin !== undefined && URL.canParse(origin) && new URL(origin).host !== request.headers.host
  );
}
