import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { onlyFromOwnPage } from './own-page.js';
import { REFRESH_COOKIE } from './session-cookies.js';

/** The refresh token of a browser, from our own pages alone. */
export const RefreshCookie = createParamDecorator(
  (_: unknown, host: ExecutionContext): string | undefined => {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const token = request.cookies[REFRESH_COOKIE];
    if (token) onlyFromOwnPage(request);
    return token;
  },
);
