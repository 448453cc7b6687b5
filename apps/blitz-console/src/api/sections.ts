import type { Provider, Type } from '@nestjs/common';
import { testCallProviders } from '../assembly/test-call-providers.ts';
import { statisticsProviders } from '../assembly/statistics-providers.ts';
import { StatisticsController } from '../statistics/statistics.controller.ts';
import { statisticsRoutes } from '../statistics/statistics.routes.ts';
import { TestCallController } from '../test-calls/test-call.controller.ts';
import { testCallRoutes } from '../test-calls/test-call.routes.ts';
import type { Route } from './route.ts';

/** All routes of the admin API, section by section. */
export const allRoutes: readonly Route[] = [
  ...statisticsRoutes,
  ...testCallRoutes,
];

export const sectionControllers: Type[] = [
  StatisticsController,
  TestCallController,
];

export const sectionProviders: Provider[] = [
  ...statisticsProviders,
  ...testCallProviders,
];
