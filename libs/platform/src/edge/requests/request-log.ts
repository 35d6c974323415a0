import type { Logger } from 'pino';
import type { RequestObserver } from './watch-requests.js';

/**
 * One line for each finished request. Probes come every few seconds and are only of interest to whoever
 * looks for them.
 *
 * @param isProbe by the pattern of the route
 */
export function requestLog(log: Logger, isProbe: (route: string) => boolean): RequestObserver {
  return {
    finished: ({ aborted, ...finished }) => {
      const line = aborted ? { ...finished, aborted } : finished;
      if (isProbe(finished.route)) log.debug(line, 'request');
      else log.info(line, 'request');
    },
  };
}
