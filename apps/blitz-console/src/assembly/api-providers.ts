import { AuditTrail, RecordDeed } from '@blitz/audit';
import { Clock, Sealer } from '@blitz/kernel';
import { assemble } from '@blitz/platform';
import type { Provider } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { Redis } from 'ioredis';
import { IdempotentAnswers } from '../api/idempotent-answers.ts';
import { ServeRoutes } from '../api/serve-routes.ts';

/** What all routes of the admin API stand on. */
export const apiProviders: Provider[] = [
  assemble(IdempotentAnswers, Redis, Sealer),
  assemble(RecordDeed, AuditTrail, Clock),
  { provide: APP_INTERCEPTOR, useClass: ServeRoutes },
];
