import { Logger } from '@nestjs/common';
import pg from 'pg';
import { LIVE_CHANNEL, signalsIn, type Signal } from './signal.js';

const AGAIN_MS = 1000;

interface Heard {
  /** From now on nothing is missed; what was before may have been. */
  listening: () => void;
  signals: (signals: Signal[]) => void;
}

/**
 * One connection of its own that listens for the signals of all processes. A pooled one would not do:
 * whoever borrows it next would hear them. Lost, it is sought again until the ear is closed.
 */
export class Ear {
  private readonly logger = new Logger(Ear.name);
  private client: pg.Client | undefined;
  private again: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly heard: Heard,
  ) {}

  async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
      application_name: 'yikou live',
    });
    this.client = client;
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, new Error('the connection ended')));
    client.on('notification', ({ payload }) => this.heard.signals(signalsIn(payload ?? '')));
    try {
      await client.connect();
      await client.query(`LISTEN ${LIVE_CHANNEL}`);
      if (this.client === client) this.heard.listening();
    } catch (error) {
      this.lost(client, error);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.again);
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private lost(client: pg.Client, error: unknown): void {
    if (this.closed || this.client !== client) return;
    this.client = undefined;
    this.logger.warn(`live signals are lost until it is heard again: ${String(error)}`);
    client.end().catch(() => undefined);
    this.again = setTimeout(() => void this.open(), AGAIN_MS);
  }
}
