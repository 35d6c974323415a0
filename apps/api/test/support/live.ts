import { until } from './worker.js';

interface Change {
  kind: string;
  id: string;
}

/** A screen that listens: real HTTP, read as it comes. */
export class LiveScreen {
  readonly events: { type: string; data: string }[] = [];
  ended = false;
  private constructor(
    readonly answer: Response,
    private readonly leaving: AbortController,
  ) {}

  static async open(url: string, headers: Record<string, string> = {}): Promise<LiveScreen> {
    const leaving = new AbortController();
    const answer = await fetch(url, { headers, signal: leaving.signal });
    const screen = new LiveScreen(answer, leaving);
    if (answer.status === 200) void screen.read();
    return screen;
  }

  get changes(): Change[] {
    return this.events.flatMap(({ type, data }) =>
      type === 'changed' ? (JSON.parse(data) as Change[]) : [],
    );
  }

  async ready(): Promise<this> {
    const told = async () => this.events.some(({ type }) => type === 'ready');
    await until('the screen is ready', told, Boolean);
    return this;
  }

  hears(kind: string, id: string): Promise<boolean> {
    const told = async () => this.changes.some((one) => one.kind === kind && one.id === id);
    return until(`${kind} ${id} is told`, told, Boolean);
  }

  leave(): void {
    this.leaving.abort();
  }

  private async read(): Promise<void> {
    const reader = this.answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    try {
      for (;;) {
        const piece = await reader?.read();
        if (!piece || piece.done) break;
        text += piece.value;
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        this.events.push(...blocks.flatMap(eventIn));
      }
    } catch {
      // Cut off, by us or by the other side.
    }
    this.ended = true;
  }
}

function eventIn(block: string): { type: string; data: string }[] {
  const valueOf = (name: string) => block.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1];
  const type = valueOf('event');
  return type === undefined ? [] : [{ type, data: valueOf('data') ?? '' }];
}
