import { Stopped } from './refusal.mjs';
import { say } from './say.mjs';

/** npm passes Ctrl-C on to us although the terminal has sent it already: that is one, not two. */
const ECHO_MS = 1000;

/** What was started, to be stopped in the opposite order. */
export class Shutdown {
  #steps = [];
  #asked;

  /** @param {{ stop: () => Promise<unknown>, force: () => void }} step */
  add(step) {
    if (this.#asked) {
      step.force();
      throw new Stopped();
    }
    this.#steps.push(step);
    return () => {
      this.#steps = this.#steps.filter((other) => other !== step);
    };
  }

  get asked() {
    return this.#asked !== undefined;
  }

  /** Stops everything and leaves; asking again gives the same end. */
  leave(code) {
    this.#asked ??= this.#leave(code);
    return this.#asked;
  }

  async #leave(code) {
    // Whoever asks first must find #asked set before a step runs.
    await Promise.resolve();
    for (const step of this.#steps.reverse()) {
      try {
        await step.stop();
      } catch (error) {
        console.error(error.message);
        step.force();
      }
    }
    process.exit(code);
  }

  force() {
    for (const step of [...this.#steps].reverse()) step.force();
    process.exit(130);
  }

  listen() {
    let first = 0;
    const heard = () => {
      if (!this.asked) {
        first = Date.now();
        say('正在停止……再按一次 Ctrl-C 强制结束', 'stopping… press Ctrl-C again to force');
        void this.leave(0);
      } else if (Date.now() - first > ECHO_MS) this.force();
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, heard);
    // The terminal may go before we do.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  }
}
