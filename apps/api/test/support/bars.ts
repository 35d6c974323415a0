/**
 * How often a suite repeats what chance may hide. `YIKOU_BARS=full npm test -- <suite>` measures the whole
 * bar; every other run takes a tenth of it, so that all suites together stay short.
 */
export function times(full: number): number {
  return process.env['YIKOU_BARS'] === 'full' ? full : full / 10;
}
