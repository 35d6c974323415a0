const LOOK_AGAIN_MS = 10;

/**
 * Looks again and again until something holds.
 *
 * @throws Error naming what did not come to hold within the patience
 */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  patienceMs = 10_000,
): Promise<void> {
  const latest = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > latest) throw new Error(`not within ${patienceMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
