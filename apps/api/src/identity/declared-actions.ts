import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PERMISSIONS, type Action } from '@yikou/domain';
import { ACTION } from './actor.js';

/** Nest's own key of a route's path. */
const ROUTE = 'path';

/** An endpoint and the action that it declares. */
export interface DeclaredEndpoint {
  controller: string;
  method: string;
  action: Action | undefined;
}

/** Nothing is served while an endpoint stands outside the permission matrix. */
@Injectable()
export class DeclaredActions implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @throws Error naming every endpoint without an action of the matrix */
  onApplicationBootstrap(): void {
    const silent = this.endpoints().filter(({ action }) => !action || !(action in PERMISSIONS));
    if (silent.length === 0) return;
    const names = silent.map(({ controller, method }) => `${controller}.${method}`);
    throw new Error(`endpoints without an action of the permission matrix: ${names.join(', ')}`);
  }

  endpoints(): DeclaredEndpoint[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype, name }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((method) => Reflect.hasMetadata(ROUTE, prototype[method] ?? {}))
        .map((method) => ({
          controller: String(name),
          method,
          action: this.reflector.getAllAndOverride<Action | undefined>(ACTION, [
            prototype[method] ?? (() => undefined),
            metatype ?? (() => undefined),
          ]),
        }));
    });
  }
}
