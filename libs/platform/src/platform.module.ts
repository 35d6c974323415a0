import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, SystemClock } from './clock/clock.js';
import { SETTINGS, type Settings } from './config/settings.js';
import { Loops } from './jobs/loops.js';
import { OutboxRelay } from './outbox/outbox-relay.js';
import { TimerQueue } from './queue/timer-queue.js';
import { FileStore } from './storage/file-store.js';

/** The machinery that every module may ask for. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly timers: TimerQueue) {}

  static forRoot(settings: Settings, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: Clock, useValue: clock },
        TimerQueue,
        OutboxRelay,
        FileStore,
        Loops,
      ],
      exports: [SETTINGS, Clock, Loops, TimerQueue, OutboxRelay, FileStore],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.timers.close();
  }
}
