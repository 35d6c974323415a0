import { Refusal, Stopped } from './refusal.mjs';
import { Shutdown } from './shutdown.mjs';

/**
 * The frame of every command: signals are heard, a refusal is one line, and whatever was started is
 * stopped before the process leaves.
 *
 * @param {(shutdown: Shutdown) => Promise<number | void>} main its number is the exit code
 * @param {{ stays?: boolean }} [options] `stays`: what was started goes on after `main`
 */
export async function launchable(main, { stays = false } = {}) {
  const shutdown = new Shutdown();
  shutdown.listen();
  try {
    const code = await main(shutdown);
    if (!stays) await shutdown.leave(code ?? 0);
  } catch (error) {
    if (error instanceof Stopped || shutdown.asked) return;
    console.error(error instanceof Refusal ? error.message : error);
    await shutdown.leave(1);
  }
}
