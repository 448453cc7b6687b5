import { CallHistory, LookAtCalls } from '@blitz/audit';
import { CallQueueState } from '@blitz/factors';
import { Clock } from '@blitz/kernel';
import { adapt, assemble, Log } from '@blitz/platform';
import { PostgresCallHistory } from '@blitz/postgres';
import type { Provider } from '@nestjs/common';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { KeepDaysCounted } from './keep-days-counted.ts';
import { LateCallQueueState } from './late-call-queue-state.ts';

/** What is known of calls. */
export const callsProviders: Provider[] = [
  adapt(CallHistory, PostgresCallHistory, DataSource),
  adapt(CallQueueState, LateCallQueueState, Redis),
  assemble(LookAtCalls, CallHistory),
  assemble(KeepDaysCounted, CallHistory, Clock, Log),
];
