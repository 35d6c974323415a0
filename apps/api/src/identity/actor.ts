import {
  applyDecorators,
  createParamDecorator,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import {
  seesWholeSubtree,
  worksOnCases,
  type Action,
  type Actor,
  type SessionStanding,
} from '@yikou/domain';
import type { PersonScope, Scope } from '@yikou/platform';
import type { FastifyRequest } from 'fastify';

/** A person in a session of theirs. */
export interface SignedIn extends Actor, SessionStanding {
  sessionId: string;
  loginName: string;
}

export interface SignedInRequest extends FastifyRequest {
  actor?: SignedIn;
  scope?: Scope;
  action?: Action;
}

/** Metadata key of the action that an endpoint declares. */
export const ACTION = 'yikou:action';

/** What the endpoint does, as the permission matrix names it; no endpoint starts without. */
export const Does = (action: Action) =>
  applyDecorators(SetMetadata(ACTION, action), ApiExtension('x-action', action));

/** The person who calls, with their session; the guard has put it there. */
export const CurrentActor = createParamDecorator((_: unknown, host: ExecutionContext): SignedIn => {
  const { actor } = host.switchToHttp().getRequest<SignedInRequest>();
  if (!actor) throw new Error('no actor: the endpoint is open to anyone');
  return actor;
});

/** Whose rows PostgreSQL shows to this person. */
export function scopeOfActor(actor: Actor): PersonScope {
  return {
    accountId: actor.accountId,
    name: actor.displayName,
    unitId: actor.unitId,
    areaPath: actor.areaPath,
    ownUnit: worksOnCases(actor),
    subtree: seesWholeSubtree(actor),
    roles: actor.roles,
  };
}
