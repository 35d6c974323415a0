import path from 'node:path';
import { Global, Module, type DynamicModule, type BeforeApplicationShutdown } from '@nestjs/common';
import { AnchorFile } from './audit/anchors.js';
import { Clock, SystemClock } from './clock/clock.js';
import { SETTINGS, type Settings } from './config/settings.js';
import { BlindIndex } from './crypto/blind-index.js';
import { FieldCipher } from './crypto/field-cipher.js';
import { readKeyring } from './crypto/keyring-file.js';
import type { Keyring } from './crypto/keyring.js';
import { DatabaseSignals } from './database/database-signals.js';
import { Loops } from './jobs/loops.js';
import { LiveHub } from './live/live-hub.js';
import { OutboxRelay } from './outbox/outbox-relay.js';
import { TimerQueue } from './queue/timer-queue.js';
import { FileStore } from './storage/file-store.js';
import { LocalFileStore } from './storage/local-file-store.js';
import { S3FileStore } from './storage/s3-file-store.js';

const KEYRING = Symbol('KEYRING');

/** Read once at the start; a process without its keys does not serve. */
const KEYS = [
  {
    provide: KEYRING,
    inject: [SETTINGS],
    useFactory: ({ keyFile, production }: Settings) =>
      readKeyring(keyFile, { mayCreate: !production }),
  },
  {
    provide: FieldCipher,
    inject: [KEYRING],
    useFactory: (keyring: Keyring) => new FieldCipher(keyring),
  },
  {
    provide: BlindIndex,
    inject: [KEYRING],
    useFactory: (keyring: Keyring) => new BlindIndex(keyring),
  },
  {
    provide: AnchorFile,
    inject: [KEYRING, SETTINGS],
    useFactory: ({ anchor }: Keyring, { dataFolder }: Settings) =>
      new AnchorFile(path.join(dataFolder, 'audit/anchors.jsonl'), anchor),
  },
];

const FILES = {
  provide: FileStore,
  inject: [SETTINGS],
  useFactory: (settings: Settings): FileStore =>
    settings.s3 ? new S3FileStore(settings.s3) : new LocalFileStore(settings),
};

/** The machinery that every module may ask for. */
@Global()
@Module({})
export class PlatformModule implements BeforeApplicationShutdown {
  constructor(private readonly timers: TimerQueue) {}

  static forRoot(settings: Settings, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: Clock, useValue: clock },
        DatabaseSignals,
        TimerQueue,
        OutboxRelay,
        FILES,
        LiveHub,
        Loops,
        ...KEYS,
      ],
      exports: [
        SETTINGS,
        Clock,
        DatabaseSignals,
        LiveHub,
        Loops,
        TimerQueue,
        OutboxRelay,
        FileStore,
        ...KEYS,
      ],
    };
  }

  /** Before the pool is closed: a ring in hand still needs its connection. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.timers.close();
  }
}
