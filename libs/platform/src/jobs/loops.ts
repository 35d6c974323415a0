import { setMaxListeners } from 'node:events';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { inSpan } from '../telemetry/tracing.js';

/** How a loop is doing. Ages are in seconds of a clock that nobody sets back. */
export interface LoopStatus {
  name: string;
  everyMs: number;
  turns: number;
  failures: number;
  /** Since the last turn that ended well, or since the loop began where none has. */
  sinceSuccess: number;
  /** Since the turn in hand began; undefined between two turns. */
  inHand: number | undefined;
}

interface Running {
  readonly name: string;
  readonly everyMs: number;
  turns: number;
  failures: number;
  succeededAt: number;
  turnBeganAt: number | undefined;
}

/** A turn may be late by this much before its loop counts as stuck (rule 7). */
const PATIENCE_MS = 30_000;

/** @returns whether a loop has finished a turn lately */
export function isBeating({ everyMs, sinceSuccess }: LoopStatus): boolean {
  return sinceSuccess * 1000 <= everyMs + PATIENCE_MS;
}

/** Work that is done again and again, never twice at once, until the process stops. */
@Injectable()
export class Loops implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Loops.name);
  private readonly running: Promise<void>[] = [];
  private readonly loops: Running[] = [];
  private readonly halt = new AbortController();

  /** @param everyMs pause between the end of one turn and the start of the next */
  start(name: string, everyMs: number, turn: () => Promise<unknown>): void {
    const loop = {
      name,
      everyMs,
      turns: 0,
      failures: 0,
      succeededAt: performance.now(),
      turnBeganAt: undefined,
    };
    // Every loop that pauses listens for the end.
    setMaxListeners(this.loops.push(loop) + 1, this.halt.signal);
    this.running.push(this.turnAfterTurn(loop, turn));
  }

  /** Waits for the turns in hand, so that nothing is cut off in the middle. */
  async stop(): Promise<void> {
    this.halt.abort();
    await Promise.all(this.running);
  }

  /** Before, because at the shutdown itself the connections that a turn works with are closed. */
  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  status(): LoopStatus[] {
    const now = performance.now();
    return this.loops.map(({ name, everyMs, turns, failures, succeededAt, turnBeganAt }) => ({
      name,
      everyMs,
      turns,
      failures,
      sinceSuccess: (now - succeededAt) / 1000,
      inHand: turnBeganAt === undefined ? undefined : (now - turnBeganAt) / 1000,
    }));
  }

  private async turnAfterTurn(loop: Running, turn: () => Promise<unknown>): Promise<void> {
    while (!this.halt.signal.aborted) {
      loop.turnBeganAt = performance.now();
      try {
        await inSpan(`job ${loop.name}`, async () => turn());
        loop.succeededAt = performance.now();
      } catch (error) {
        loop.failures += 1;
        this.logger.error(`${loop.name}: ${String(error)}`);
      }
      loop.turns += 1;
      loop.turnBeganAt = undefined;
      await this.pause(loop.everyMs);
    }
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.halt.signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        this.halt.signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.halt.signal.addEventListener('abort', done);
    });
  }
}
