import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { identityError, isOpenToAnyone, mayDo, type Action } from '@yikou/domain';
import { Clock, ProblemError } from '@yikou/platform';
import { ACTION, scopeOfActor, type SignedInRequest } from './actor.js';
import { SessionQueries } from './session.queries.js';
import { hashOfToken, SESSION_COOKIE } from './tokens.js';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Closed by default: the permission matrix opens, and nothing else does. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionQueries,
    private readonly clock: Clock,
  ) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    const action = this.reflector.getAllAndOverride<Action | undefined>(ACTION, [
      host.getHandler(),
      host.getClass(),
    ]);
    if (!action) throw identityError('identity.not_allowed');
    const request = host.switchToHttp().getRequest<SignedInRequest>();
    request.action = action;
    if (isOpenToAnyone(action)) {
      request.scope = { system: 'public' };
      return true;
    }
    const token = bearerOf(request) ?? cookieOf(request);
    const actor = token && (await this.sessions.actorOf(hashOfToken(token), this.clock.now()));
    if (!actor) throw identityError('identity.sign_in_required');
    if (!mayDo(action, actor)) throw identityError('identity.not_allowed');
    request.actor = actor;
    request.scope = scopeOfActor(actor);
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
