import { Logger } from '@nestjs/common';

/** Whatever happens, a process that is told to stop is gone after this (F5: ten seconds). */
const LATEST_MS = 9500;

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** How a process ends. */
export interface Departure {
  /** At once: the process says that it is leaving. */
  begin?: () => void;
  /** Each after the one before has ended, well or not. */
  steps: readonly (readonly [name: string, run: () => Promise<unknown>])[];
  /** What is not done yet, for the log of a departure that took too long. */
  held: () => readonly string[];
}

/**
 * Leaves in order when a signal says so. A second signal changes nothing: the launcher sends its own
 * beside the terminal's.
 */
export function leaveOnSignals(departure: Departure): void {
  let leaving = false;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (leaving) return;
      leaving = true;
      void leave(signal, departure);
    });
  }
}

async function leave(signal: string, { begin, steps, held }: Departure): Promise<void> {
  const logger = new Logger('Departure');
  logger.log(`${signal}: leaving`);
  let step = 'beginning';
  // Not unref'ed: it has to fire also where nothing else is left to wait for.
  setTimeout(() => {
    logger.error(`gave up at "${step}", still held: ${held().join('; ') || 'nothing known'}`);
    process.exit(1);
  }, LATEST_MS);
  begin?.();
  for (const [name, run] of steps) {
    step = name;
    await run().catch((error: unknown) => logger.error(`${name}: ${String(error)}`));
  }
  logger.log('left');
  process.exit(0);
}
