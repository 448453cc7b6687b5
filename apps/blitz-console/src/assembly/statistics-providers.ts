import { CallStatistics } from '@blitz/factors';
import { Clock } from '@blitz/kernel';
import { adapt } from '@blitz/platform';
import { Breakers } from '@blitz/procedures';
import { RedisBreakers, RedisCallStatistics } from '@blitz/redis';
import type { Provider } from '@nestjs/common';
import { Redis } from 'ioredis';

/** What the diallers count. */
export const statisticsProviders: Provider[] = [adapt(CallStatistics, RedisCallStatistics, Redis, Clock), adapt(Breakers, RedisBreakers, Redis)];
