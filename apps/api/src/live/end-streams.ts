import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { Clock, Drain, LiveHub, Loops } from '@yikou/platform';
import { SessionQueries, type SignedIn } from '../identity/index.js';

/** A right that was taken away is gone everywhere within five seconds (S7). */
const LOOK_MS = 3000;

/**
 * Ends the streams of whoever is no longer signed in, or no longer with the same posts at the same unit:
 * a stream is opened once and lives for hours, so nobody else would look again.
 */
@Injectable()
export class EndStreams implements OnModuleInit {
  private watching = false;

  constructor(
    private readonly hub: LiveHub,
    private readonly sessions: SessionQueries,
    private readonly loops: Loops,
    private readonly clock: Clock,
    @Optional() private readonly drain?: Drain,
  ) {}

  onModuleInit(): void {
    this.drain?.whenClosed(() => this.hub.endAll());
  }

  /** Begins with the first stream of the process. */
  watch(): void {
    if (this.watching) return;
    this.watching = true;
    this.loops.start('live streams', LOOK_MS, () => this.run());
  }

  keyOf({ sessionId, unitId, roles }: Pick<SignedIn, 'sessionId' | 'unitId' | 'roles'>): string {
    return [sessionId, unitId, ...[...roles].sort()].join(' ');
  }

  async run(): Promise<void> {
    const keys = this.hub.keys();
    if (keys.length === 0) return;
    const ids = keys.map((key) => key.split(' ')[0] ?? '');
    const standing = await this.sessions.standing(ids, this.clock.now());
    const held = new Set(standing.map((one) => this.keyOf(one)));
    for (const key of keys) if (!held.has(key)) this.hub.end(key);
  }
}
