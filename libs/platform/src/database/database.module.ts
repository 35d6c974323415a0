import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions, EntitySchema } from 'typeorm';
import { SETTINGS, type Settings } from '../config/settings.js';
import { HeardClient } from './heard-client.js';
import { SnakeNaming } from './snake-naming.js';
import { Transactions } from './transactions.js';

type Entities = (new () => object)[] | EntitySchema[];

/** A statement, a lock or an idle transaction never holds others up longer than this (design rule 9). */
const TIMEOUTS =
  '-c statement_timeout=15000 -c lock_timeout=8000 -c idle_in_transaction_session_timeout=20000 -c timezone=UTC';

/**
 * Connection options shared by the processes, the migrations and the tests.
 *
 * @param url another address than the application's, for the owner of the tables
 */
export function dataSourceOptions(
  settings: Settings,
  entities: Entities,
  url = settings.databaseUrl,
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    synchronize: false,
    namingStrategy: new SnakeNaming(),
    logging: false,
    extra: {
      Client: HeardClient,
      max: settings.poolSize,
      connectionTimeoutMillis: 5000,
      options: TIMEOUTS,
      keepAlive: true,
    },
  };
}

@Module({})
export class DatabaseModule {
  static forRoot(entities: Entities): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [SETTINGS],
          useFactory: (settings: Settings) => dataSourceOptions(settings, entities),
        }),
      ],
      providers: [Transactions],
      exports: [Transactions],
    };
  }
}
