import { Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { Registry } from 'prom-client';
import { Log } from '../log/log.ts';
import { Readiness } from './readiness.ts';
import { Stopping } from './stopping.ts';

@Module({})
class PlatformModule {}

@Module({})
class RootModule {}

/** What the platform made before Nest started, for everybody to inject: Log, Readiness, Stopping, Registry. */
export interface PlatformParts {
  readonly log: Log;
  readonly readiness: Readiness;
  readonly stopping: Stopping;
  readonly registry: Registry;
}

export function rootModule(parts: PlatformParts, service: Type | DynamicModule): DynamicModule {
  const providers = [
    { provide: Log, useValue: parts.log },
    { provide: Readiness, useValue: parts.readiness },
    { provide: Stopping, useValue: parts.stopping },
    { provide: Registry, useValue: parts.registry },
  ];
  const exported = [Log, Readiness, Stopping, Registry];
  return { module: RootModule, imports: [{ module: PlatformModule, global: true, providers, exports: exported }, service] };
}
