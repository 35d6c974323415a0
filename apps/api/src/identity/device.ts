import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { deviceNameOf } from '@yikou/domain';
import type { FastifyRequest } from 'fastify';

/** From where somebody signs in, as they are shown it in the list of their sessions. */
export interface Device {
  address: string;
  name: string;
}

export const CurrentDevice = createParamDecorator((_: unknown, host: ExecutionContext): Device => {
  const request = host.switchToHttp().getRequest<FastifyRequest>();
  return { address: request.ip, name: deviceNameOf(request.headers['user-agent']) };
});
