import { Clock, SystemClock } from '@blitz/kernel';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { DocumentController } from './api/document.controller.ts';
import { sectionControllers, sectionProviders } from './api/sections.ts';
import { accessProviders } from './assembly/access-providers.ts';
import { apiProviders } from './assembly/api-providers.ts';
import { storeProviders } from './assembly/store-providers.ts';
import { Environment } from './assembly/tokens.ts';
import type { ConsoleEnvironment } from './environment.ts';
import { LifeOfConsole } from './life-of-console.ts';
import { signInControllers, signInProviders } from './sign-in/sign-in-providers.ts';

@Module({})
class ConsoleModule {}

/** All of blitz-console, put together. Tests bring a clock that they can move. */
export function consoleModule(environment: ConsoleEnvironment, clock: Clock = new SystemClock()): DynamicModule {
  return {
    module: ConsoleModule,
    controllers: [DocumentController, ...signInControllers, ...sectionControllers],
    providers: [
      { provide: Environment, useValue: { value: environment } },
      { provide: Clock, useValue: clock },
      ...storeProviders,
      ...accessProviders,
      ...signInProviders,
      ...apiProviders,
      ...sectionProviders,
      LifeOfConsole,
    ],
  };
}
