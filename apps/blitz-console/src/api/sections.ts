import type { Provider, Type } from '@nestjs/common';
import { administratorRoutes } from '../administrators/administrators.routes.ts';
import { AdministratorsController } from '../administrators/administrators.controller.ts';
import { administratorsProviders } from '../administrators/administrators-providers.ts';
import { applicationProviders } from '../applications/application-providers.ts';
import { ApplicationsController } from '../applications/applications.controller.ts';
import { applicationsRoutes } from '../applications/applications.routes.ts';
import { driverRoutes } from '../procedures/driver.routes.ts';
import { PlanController } from '../procedures/plan.controller.ts';
import { proceduresProviders } from '../procedures/procedures-providers.ts';
import { ProceduresController } from '../procedures/procedures.controller.ts';
import { procedureRoutes } from '../procedures/procedures.routes.ts';
import { SecretsController } from '../procedures/secrets.controller.ts';
import { TemplatesController } from '../procedures/templates.controller.ts';
import { VersionsController } from '../procedures/versions.controller.ts';
import { testCallProviders } from '../assembly/test-call-providers.ts';
import { CareController } from '../care/care.controller.ts';
import { careProviders } from '../care/care-providers.ts';
import { careRoutes } from '../care/care.routes.ts';
import { WhereaboutsController } from '../care/whereabouts.controller.ts';
import { CallsController } from '../calls/calls.controller.ts';
import { callsProviders } from '../calls/calls-providers.ts';
import { callsRoutes } from '../calls/calls.routes.ts';
import { EventsController } from '../events/events.controller.ts';
import { eventsProviders } from '../events/events-providers.ts';
import { eventsRoutes } from '../events/events.routes.ts';
import { ExportEventsController } from '../events/export/export-events.controller.ts';
import { WatchEventsController } from '../events/live/watch-events.controller.ts';
import { statisticsProviders } from '../assembly/statistics-providers.ts';
import { ConfController } from '../settings/configuration/conf.controller.ts';
import { ConfigurationController } from '../settings/configuration/configuration.controller.ts';
import { configurationRoutes } from '../settings/configuration/configuration.routes.ts';
import { MethodsController } from '../settings/methods/methods.controller.ts';
import { methodsRoutes } from '../settings/methods/methods.routes.ts';
import { settingsProviders } from '../settings/settings-providers.ts';
import { SettingsController } from '../settings/settings.controller.ts';
import { settingsRoutes } from '../settings/settings.routes.ts';
import { StatisticsController } from '../statistics/statistics.controller.ts';
import { statisticsRoutes } from '../statistics/statistics.routes.ts';
import { TestCallController } from '../test-calls/test-call.controller.ts';
import { testCallRoutes } from '../test-calls/test-call.routes.ts';
import { ImportsController } from '../imports/imports.controller.ts';
import { importsProviders } from '../imports/imports-providers.ts';
import { importsRoutes } from '../imports/imports.routes.ts';
import { UsersController } from '../users/users.controller.ts';
import { usersProviders } from '../users/users-providers.ts';
import { usersRoutes } from '../users/users.routes.ts';
import type { Route } from './route.ts';

/** All routes of the admin API, section by section. */
export const allRoutes: readonly Route[] = [
  ...settingsRoutes,
  ...methodsRoutes,
  ...configurationRoutes,
  ...applicationsRoutes,
  ...administratorRoutes,
  ...careRoutes,
  ...eventsRoutes,
  ...callsRoutes,
  ...statisticsRoutes,
  ...procedureRoutes,
  ...driverRoutes,
  ...testCallRoutes,
  ...usersRoutes,
  ...importsRoutes,
];

export const sectionControllers: Type[] = [
  SettingsController,
  MethodsController,
  ConfigurationController,
  ConfController,
  ApplicationsController,
  AdministratorsController,
  CareController,
  WhereaboutsController,
  EventsController,
  WatchEventsController,
  ExportEventsController,
  CallsController,
  StatisticsController,
  ProceduresController,
  VersionsController,
  PlanController,
  SecretsController,
  TemplatesController,
  TestCallController,
  UsersController,
  ImportsController,
];

export const sectionProviders: Provider[] = [
  ...settingsProviders,
  ...applicationProviders,
  ...administratorsProviders,
  ...careProviders,
  ...eventsProviders,
  ...callsProviders,
  ...statisticsProviders,
  ...proceduresProviders,
  ...testCallProviders,
  ...usersProviders,
  ...importsProviders,
];
