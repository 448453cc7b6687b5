import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { ConsoleEnvironment } from './environment.ts';
import { Stores } from './stores.ts';

/** All of blitz-console, put together. */
@Module({})
export class ConsoleModule {
  static of({ stores }: ConsoleEnvironment): DynamicModule {
    const opened = { provide: Stores, useFactory: Stores.open(stores), inject: Stores.needs };
    return { module: ConsoleModule, providers: [opened] };
  }
}
