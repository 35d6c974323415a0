import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type MessageEvent,
} from '@nestjs/common';
import { Observable, type Subscriber } from 'rxjs';
import { SETTINGS, type Settings } from '../config/settings.js';
import { ProblemError } from '../problem/problem-error.js';
import { Ear } from './ear.js';
import type { Signal } from './signal.js';

/** One screen that wants to hear. */
export interface LiveListener {
  /** Who is counted for it: an account or an address. */
  owner: string;
  /** How many of one owner may be open in this process. */
  most: number;
  hears: (signal: Signal) => boolean;
  /** By which it may be ended, such as a session. */
  key?: string;
}

/** A burst of changes is told at once, not one by one. */
const GATHER_MS = 50;
/** Below what proxies and routers take for silence. */
const HEARTBEAT_MS = 15_000;
/** With more than this a screen does better to ask anew for everything. */
const MOST_CHANGES = 100;
/** Of all owners together in this process. */
const MOST_STREAMS = 4000;
/** How soon a browser seeks a stream again that has ended. */
const RETRY_MS = 2000;

interface Stream extends LiveListener {
  to: Subscriber<MessageEvent>;
}

/**
 * The open screens of this process and what they are told. There is nothing to replay: `ready` says that
 * from here on nothing is missed and that whatever was loaded before is to be loaded anew, so it comes
 * with every connection, after every loss, and in place of too many changes. `changed` carries kinds and
 * ids alone; what they stand for is asked for as always, under the scope of whoever asks.
 */
@Injectable()
export class LiveHub implements BeforeApplicationShutdown {
  private readonly streams = new Set<Stream>();
  private gathered = new Map<string, Signal>();
  private ear: Ear | undefined;
  private listening = false;
  private closed = false;
  private gathering: NodeJS.Timeout | undefined;
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** @throws ProblemError 429 for one more than the owner may have, 503 while leaving or full */
  open(listener: LiveListener): Observable<MessageEvent> {
    this.checkRoom(listener);
    return new Observable((to) => {
      const stream = { ...listener, to };
      this.streams.add(stream);
      this.listen();
      // Something at once, so that the answer begins even where the database cannot be heard.
      to.next({ comment: 'yikou', retry: RETRY_MS });
      if (this.listening) this.tellReady(stream);
      return () => void this.streams.delete(stream);
    });
  }

  get size(): number {
    return this.streams.size;
  }

  /** The keys of what is open now. */
  keys(): string[] {
    return [...new Set([...this.streams].flatMap(({ key }) => key ?? []))];
  }

  end(key: string): void {
    for (const stream of [...this.streams]) if (stream.key === key) stream.to.complete();
  }

  /** Ends every stream and opens none any more: a process that leaves waits for nobody's screen. */
  endAll(): void {
    this.closed = true;
    for (const { to } of [...this.streams]) to.complete();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.endAll();
    clearTimeout(this.gathering);
    clearInterval(this.heartbeat);
    await this.ear?.close();
  }

  private checkRoom({ owner, most }: LiveListener): void {
    if (this.closed || this.streams.size >= MOST_STREAMS) {
      throw new ProblemError(503, 'server.busy', '系统繁忙，请稍后重试。');
    }
    const own = [...this.streams].filter((stream) => stream.owner === owner).length;
    if (own >= most) {
      throw new ProblemError(
        429,
        'live.too_many_streams',
        '同时打开的页面过多，请关闭不用的页面后再试。',
      );
    }
  }

  /** Begins with the first screen: a worker or a command line never holds the connection. */
  private listen(): void {
    if (this.ear) return;
    this.ear = new Ear(this.settings.databaseUrl, {
      listening: () => {
        this.listening = true;
        for (const stream of this.streams) this.tellReady(stream);
      },
      signals: (signals) => this.gather(signals),
    });
    void this.ear.open();
    this.heartbeat = setInterval(() => {
      for (const { to } of this.streams) to.next({ comment: '' });
    }, HEARTBEAT_MS);
    this.heartbeat.unref();
  }

  private gather(signals: readonly Signal[]): void {
    for (const one of signals) {
      const name = `${one.kind} ${one.id}`;
      const before = this.gathered.get(name);
      const units = [...new Set([...(before?.units ?? []), ...(one.units ?? [])])];
      this.gathered.set(name, { ...before, ...one, units });
    }
    this.gathering ??= setTimeout(() => this.tell(), GATHER_MS);
  }

  private tell(): void {
    const signals = [...this.gathered.values()];
    this.gathered = new Map();
    this.gathering = undefined;
    for (const stream of this.streams) {
      const changes = signals.filter((one) => stream.hears(one));
      if (changes.length > MOST_CHANGES) this.tellReady(stream);
      else if (changes.length > 0) {
        const data = changes.map(({ kind, id }) => ({ kind, id }));
        stream.to.next({ type: 'changed', data });
      }
    }
  }

  private tellReady({ to }: Stream): void {
    to.next({ type: 'ready', data: '{}' });
  }
}
