import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { RecoveryEnvironment } from './environment.ts';
import { Stores } from './stores.ts';

/** All of blitz-recovery, put together. */
@Module({})
export class RecoveryModule {
  static of({ stores }: RecoveryEnvironment): DynamicModule {
    const opened = { provide: Stores, useFactory: Stores.open(stores), inject: Stores.needs };
    return { module: RecoveryModule, providers: [opened] };
  }
}
