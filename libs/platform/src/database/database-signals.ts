import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { SETTINGS, type Settings } from '../config/settings.js';
import type { Reader } from './transactions.js';

/** How often the connection is asked whether it still lives; how long a lost one stays unnoticed. */
const HEARTBEAT_MS = 5000;
const PATIENCE_MS = 3000;

type Listener = () => unknown;

/** Tells every process, once the transaction has committed, that something they keep in memory changed. */
export async function ringAll(tx: Reader, channel: string): Promise<void> {
  await tx.query("SELECT pg_notify($1, '')", [channel]);
}

/**
 * Hears what other processes signal, over a connection of its own. A signal carries nothing: whoever
 * hears it reads the tables. What was missed while the connection was lost is made good by signalling
 * every listener when it stands again.
 */
@Injectable()
export class DatabaseSignals implements BeforeApplicationShutdown {
  private readonly logger = new Logger(DatabaseSignals.name);
  private readonly listeners = new Map<string, Listener[]>();
  private client: pg.Client | undefined;
  private heartbeat: NodeJS.Timeout | undefined;
  private connecting: Promise<void> = Promise.resolve();
  private wasLost = false;
  private stopped = false;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** @param channel a plain name, such as `yikou_calendar` */
  async on(channel: string, listener: Listener): Promise<void> {
    if (!/^[a-z_]+$/.test(channel)) throw new Error(`no name of a channel: ${channel}`);
    const known = this.listeners.get(channel);
    this.listeners.set(channel, [...(known ?? []), listener]);
    this.heartbeat ??= setInterval(() => this.beat(), HEARTBEAT_MS).unref();
    if (this.client) await this.client.query(`LISTEN ${channel}`);
    else await this.connect();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.heartbeat);
    await this.connecting;
    await this.client?.end().catch(() => undefined);
    this.client = undefined;
  }

  private connect(): Promise<void> {
    this.connecting = this.connecting
      .then(() => this.open())
      .catch((error: unknown) => {
        this.logger.warn(`signals: ${String(error)}`);
      });
    return this.connecting;
  }

  private async open(): Promise<void> {
    if (this.client || this.stopped) return;
    const client = new pg.Client({
      connectionString: this.settings.databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    client.on('notification', ({ channel }) => this.tell(channel));
    try {
      await client.connect();
      for (const channel of this.listeners.keys()) await client.query(`LISTEN ${channel}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
    if (this.wasLost) for (const channel of this.listeners.keys()) this.tell(channel);
  }

  private beat(): void {
    const { client } = this;
    if (!client) return void this.connect();
    client.query('SELECT 1').catch(() => this.lose(client));
  }

  private lose(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.wasLost = true;
    void client.end().catch(() => undefined);
  }

  private tell(channel: string): void {
    for (const listener of this.listeners.get(channel) ?? []) {
      void Promise.resolve()
        .then(listener)
        .catch((error: unknown) => this.logger.warn(`signal ${channel}: ${String(error)}`));
    }
  }
}
