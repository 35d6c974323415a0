import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { identityError, isOpenToAnyone, mayDo, whatComesBefore, type Action } from '@yikou/domain';
import { Clock } from '@yikou/platform';
import { ACTION, scopeOfActor, type SignedInRequest } from './actor.js';
import { onlyFromOwnPage } from './own-page.js';
import { SESSION_COOKIE } from './session-cookies.js';
import { SessionQueries } from './session.queries.js';
import { hashOfToken } from './tokens.js';

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
    await this.recognise(request, action);
    return true;
  }

  private async recognise(request: SignedInRequest, action: Action): Promise<void> {
    const token = bearerOf(request) ?? cookieOf(request);
    const actor = token && (await this.sessions.signedInWith(hashOfToken(token), this.clock.now()));
    if (!actor) throw identityError('identity.sign_in_required');
    const first = whatComesBefore(action, actor);
    if (first) throw identityError(first);
    if (!mayDo(action, actor)) throw identityError('identity.not_allowed');
    request.actor = actor;
    request.scope = scopeOfActor(actor);
  }
}

function bearerOf(request: SignedInRequest): string | undefined {
  const [scheme, token] = request.headers.authorization?.split(' ') ?? [];
  return scheme?.toLowerCase() === 'bearer' ? token : undefined;
}

function cookieOf(request: SignedInRequest): string | undefined {
  const token = request.cookies[SESSION_COOKIE];
  if (token && !SAFE_METHODS.includes(request.method)) onlyFromOwnPage(request);
  return token;
}
