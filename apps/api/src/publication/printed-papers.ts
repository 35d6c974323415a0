import { Injectable } from '@nestjs/common';
import { ProblemError } from '@yikou/platform';

/** Files of 30 to 100 kB each. */
const MOST_KEPT = 200;
const MOST_WAITING = 20;

/**
 * Prints one paper at a time and keeps the last ones: setting a page takes a third of a second of the
 * process, and everybody may ask for one.
 */
@Injectable()
export class PrintedPapers {
  private readonly kept = new Map<string, Promise<Buffer>>();
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /**
   * @param key changes whenever the paper does
   * @throws ProblemError `publication.printer_busy` while too many wait
   */
  async paper(key: string, print: () => Promise<Buffer>): Promise<Buffer> {
    const known = this.kept.get(key);
    if (known) this.kept.delete(key);
    const paper = known ?? this.inTurn(print);
    // Put at the end: those asked for longest ago stand first and go first.
    this.kept.set(key, paper);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    try {
      return await paper;
    } catch (error) {
      this.kept.delete(key);
      throw error;
    }
  }

  private async inTurn(print: () => Promise<Buffer>): Promise<Buffer> {
    if (this.waiting >= MOST_WAITING) {
      throw new ProblemError(
        503,
        'publication.printer_busy',
        '现在下载的人较多，请稍后再试，或直接在网页上查看办事指南。',
      );
    }
    this.waiting += 1;
    const mine = this.last.then(print);
    this.last = mine.catch(() => undefined).finally(() => (this.waiting -= 1));
    return mine;
  }
}
