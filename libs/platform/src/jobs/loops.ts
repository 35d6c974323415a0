import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';

/** Work that is done again and again, never twice at once, until the process stops. */
@Injectable()
export class Loops implements OnApplicationShutdown {
  private readonly logger = new Logger(Loops.name);
  private readonly running: Promise<void>[] = [];
  private readonly stop = new AbortController();

  /** @param everyMs pause between the end of one turn and the start of the next */
  start(name: string, everyMs: number, turn: () => Promise<unknown>): void {
    this.running.push(this.turnAfterTurn(name, everyMs, turn));
  }

  /** Waits for the turns in hand, so that nothing is cut off in the middle. */
  async onApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await Promise.all(this.running);
  }

  private async turnAfterTurn(
    name: string,
    everyMs: number,
    turn: () => Promise<unknown>,
  ): Promise<void> {
    while (!this.stop.signal.aborted) {
      try {
        await turn();
      } catch (error) {
        this.logger.error(`${name}: ${String(error)}`);
      }
      await this.pause(everyMs);
    }
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.stop.signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        this.stop.signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.stop.signal.addEventListener('abort', done);
    });
  }
}
