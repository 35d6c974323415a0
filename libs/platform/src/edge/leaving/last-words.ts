import type { Logger } from 'pino';

/**
 * What nobody caught is logged like everything else before the process ends: Node itself would print
 * it as it is, whatever stands in it.
 */
export function scrubLastWords(log: Logger): void {
  process.on('uncaughtException', (error: unknown) => {
    const stack = error instanceof Error ? error.stack : undefined;
    log.fatal({ stack }, `nobody caught: ${String(error)}`);
    process.exit(1);
  });
}
