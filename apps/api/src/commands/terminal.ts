/** Where a command speaks to: lines for whoever waits, and Ctrl-C as a signal. */
export class Terminal {
  private readonly stopping = new AbortController();

  constructor(
    private readonly out: NodeJS.WritableStream = process.stdout,
    private readonly aside: NodeJS.WritableStream = process.stderr,
  ) {
    process.once('SIGINT', () =>
      this.stopping.abort(new Error('已停止；已完成的部分有效，可再次运行继续。')),
    );
  }

  get signal(): AbortSignal {
    return this.stopping.signal;
  }

  /** What the command answers. */
  say(line: string): void {
    this.out.write(`${line}\n`);
  }

  /** What is only of interest while it goes on; not part of the answer. */
  progress(line: string): void {
    this.aside.write(`${line}\n`);
  }

  /** Part of an answer that is a file. */
  write(piece: string): void {
    this.out.write(piece);
  }
}
