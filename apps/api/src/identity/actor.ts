import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@yikou/domain';
import type { FastifyRequest } from 'fastify';

export interface SignedInRequest extends FastifyRequest {
  actor?: Actor & { sessionId: string };
}

/** Metadata key of endpoints that need no sign-in; every other endpoint does. */
export const PUBLIC = 'yikou:public';

/** The endpoint needs no sign-in. */
export const Public = () => SetMetadata(PUBLIC, true);

/** The person who calls; the guard has put it there. */
export const CurrentActor = createParamDecorator((_: unknown, host: ExecutionContext): Actor => {
  const { actor } = host.switchToHttp().getRequest<SignedInRequest>();
  if (!actor) throw new Error('no actor: the endpoint is public');
  return actor;
});
