/** What a reading stays good for, so that looking often does not load what is looked at. */
const FRESH_MS = 5000;
/** Nobody waits longer for a reading. */
const PATIENCE_MS = 3000;

/** Numbers that cost something to find: asked for one at a time, kept for a while, never waited for long. */
export class KeptReading<T> {
  private kept: T | undefined;
  private askedAt = -Infinity;
  private asking: Promise<void> | undefined;
  private failed = 0;

  constructor(private readonly read: () => Promise<T>) {}

  get failures(): number {
    return this.failed;
  }

  /** @returns undefined where the last reading failed or is still under way */
  async latest(): Promise<T | undefined> {
    if (!this.asking && performance.now() - this.askedAt >= FRESH_MS) this.ask();
    if (this.asking) await inTime(this.asking);
    return this.asking ? undefined : this.kept;
  }

  private ask(): void {
    this.askedAt = performance.now();
    this.asking = this.read()
      .then((found) => void (this.kept = found))
      .catch(() => {
        // An old number would look like a present one.
        this.kept = undefined;
        this.failed += 1;
      })
      .finally(() => (this.asking = undefined));
  }
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([work, patience]);
  clearTimeout(timer);
}
