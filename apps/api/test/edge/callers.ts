import http from 'node:http';

export interface Asked {
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
}

/**
 * Callers who ask one thing after another over connections that they keep. Where nobody listens they
 * come again, as a proxy with a second process behind it would; any other failure counts.
 */
export class Callers {
  answered = 0;
  /** How many of them were changes. */
  changed = 0;
  readonly failures: string[] = [];
  private readonly agent = new http.Agent({ keepAlive: true });
  private readonly running: Promise<void>[] = [];
  private over = false;

  constructor(
    private readonly port: number,
    private readonly token: string,
  ) {}

  /** @param next what one caller asks for, again and again */
  start(count: number, next: () => Asked): void {
    for (let i = 0; i < count; i++) this.running.push(this.askOn(next));
  }

  async stop(): Promise<void> {
    this.over = true;
    await Promise.all(this.running);
    this.agent.destroy();
  }

  private async askOn(next: () => Asked): Promise<void> {
    while (!this.over) {
      const asked = next();
      let outcome = await this.ask(asked);
      while (outcome === 'ECONNREFUSED' && !this.over) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        outcome = await this.ask(asked);
      }
      if (typeof outcome === 'number' && outcome < 300) {
        this.answered += 1;
        if (asked.method === 'POST') this.changed += 1;
      } else if (outcome !== 'ECONNREFUSED') {
        this.failures.push(`${asked.method} ${asked.path}: ${outcome}`);
      }
    }
  }

  /** @returns the status, or why there is none */
  private ask({ method, path, body }: Asked): Promise<number | string> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${this.token}`,
      ...(text === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    };
    return new Promise((resolve) => {
      const { agent, port } = this;
      const request = http.request({ agent, host: '127.0.0.1', port, method, path, headers });
      request.on('response', (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
        response.on('error', (error) => resolve(`answer cut off: ${error.message}`));
      });
      request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      request.end(text);
    });
  }
}
