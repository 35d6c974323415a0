import { Module, type DynamicModule } from '@nestjs/common';
import { Drain } from './leaving/drain.js';

/** Lets the endpoints ask whether their door is closing. */
@Module({})
export class EdgeModule {
  static with(drain: Drain): DynamicModule {
    return {
      module: EdgeModule,
      global: true,
      providers: [{ provide: Drain, useValue: drain }],
      exports: [Drain],
    };
  }
}
