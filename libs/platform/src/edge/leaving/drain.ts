import { once } from 'node:events';
import net, { type Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { routePattern } from '../requests/route-pattern.js';
import type { RequestObserver } from '../requests/watch-requests.js';

/** How long a connection stays open for a request that may be under way on it. */
const LINGER_MS = 400;
const LOOK_AGAIN_MS = 20;

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Ends a door without shutting it in anybody's face. NestJS and Fastify either cut requests off or wait
 * for ever on connections that are kept alive (rule 30), so we count what is in hand ourselves.
 */
export class Drain {
  private leaving = false;
  private server: net.Server | undefined;
  private readonly inHand = new Map<FastifyRequest, number>();
  private readonly sockets = new Set<Socket>();
  private lastEnded = 0;
  private readonly endless: (() => void)[] = [];

  /** From now on the readiness says no, so that no proxy sends anybody here any more. */
  begin(): void {
    this.leaving = true;
  }

  get begun(): boolean {
    return this.leaving;
  }

  /** For answers that would never be out by themselves: ended once no new connection is taken. */
  whenClosed(end: () => void): void {
    this.endless.push(end);
  }

  attachTo(fastify: FastifyInstance): void {
    this.server = fastify.server;
    fastify.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    fastify.addHook('onSend', async (_request, reply, payload) => {
      // Told so, a caller opens its next connection elsewhere.
      if (this.leaving && !fastify.server.listening) reply.header('connection', 'close');
      return payload;
    });
  }

  observer(): RequestObserver {
    return {
      began: (request) => void this.inHand.set(request, performance.now()),
      finished: (_finished, request) => {
        this.inHand.delete(request);
        this.lastEnded = performance.now();
      },
    };
  }

  /**
   * Takes requests for `graceMs` more, then no new connection, and returns when all that was asked is
   * answered.
   */
  async finish(graceMs: number): Promise<void> {
    this.begin();
    await pause(graceMs);
    const { server } = this;
    if (!server?.listening) return;
    this.stopListening(server);
    for (const end of this.endless) end();
    const stoppedAt = performance.now();
    while (this.sockets.size > 0 && !this.isQuiet(stoppedAt)) await pause(LOOK_AGAIN_MS);
    await this.hangUp();
  }

  /** What is still asked, by the pattern of its route. */
  held(): string[] {
    const now = performance.now();
    return [...this.inHand].map(
      ([request, since]) =>
        `${request.method} ${routePattern(request)} (${((now - since) / 1000).toFixed(1)} s)`,
    );
  }

  /**
   * Not the http server's own close(): that also ends every connection on which no request has been
   * read yet, and one may be on its way.
   */
  private stopListening(server: net.Server): void {
    net.Server.prototype.close.call(server);
  }

  private isQuiet(stoppedAt: number): boolean {
    const since = Math.max(stoppedAt, this.lastEnded);
    return this.inHand.size === 0 && performance.now() - since >= LINGER_MS;
  }

  private async hangUp(): Promise<void> {
    const left = [...this.sockets].map((socket) => once(socket, 'close').catch(() => undefined));
    for (const socket of this.sockets) socket.end();
    const patience = pause(LINGER_MS);
    await Promise.race([Promise.all(left), patience]);
    for (const socket of this.sockets) socket.destroy();
  }
}
