import { Clock, SystemClock } from '@blitz/kernel';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { accessProviders } from './assembly/access-providers.ts';
import { statisticsProviders } from './assembly/statistics-providers.ts';
import { storeProviders } from './assembly/store-providers.ts';
import { testCallProviders } from './assembly/test-call-providers.ts';
import { Environment } from './assembly/tokens.ts';
import type { ConsoleEnvironment } from './environment.ts';
import { LifeOfConsole } from './life-of-console.ts';
import { StatisticsController } from './statistics/statistics.controller.ts';
import { TestCallController } from './test-calls/test-call.controller.ts';

@Module({})
class ConsoleModule {}

/** All of blitz-console, put together. Tests bring a clock that they can move. */
export function consoleModule(environment: ConsoleEnvironment, clock: Clock = new SystemClock()): DynamicModule {
  return {
    module: ConsoleModule,
    controllers: [TestCallController, StatisticsController],
    providers: [
      { provide: Environment, useValue: { value: environment } },
      { provide: Clock, useValue: clock },
      ...storeProviders,
      ...accessProviders,
      ...testCallProviders,
      ...statisticsProviders,
      LifeOfConsole,
    ],
  };
}
