import { Clock, SystemClock } from '@blitz/kernel';
import { Module, type DynamicModule } from '@nestjs/common';
import { diallerProviders } from './assembly/dialler-providers.ts';
import { factorProviders } from './assembly/factor-providers.ts';
import { loginProviders } from './assembly/login-providers.ts';
import { oidcProviders } from './assembly/oidc-providers.ts';
import { procedureProviders } from './assembly/procedure-providers.ts';
import { storeProviders } from './assembly/store-providers.ts';
import { Environment } from './assembly/tokens.ts';
import type { IdpEnvironment } from './environment.ts';
import { LifeOfIdp } from './life-of-idp.ts';
import { LiveController } from './live/live.controller.ts';
import { DoorwayController } from './login/doorway.controller.ts';
import { FlashCallController } from './login/flash-call.controller.ts';
import { MethodsController } from './login/methods.controller.ts';
import { PasswordController } from './login/password.controller.ts';
import { TrustController } from './login/trust.controller.ts';

@Module({})
class IdpModule {}

/** Everything that blitz-idp consists of. Tests bring a clock that they can move. */
export function idpModule(environment: IdpEnvironment, clock: Clock = new SystemClock()): DynamicModule {
  const answers = environment.roles.roles.includes('web');
  return {
    module: IdpModule,
    controllers: answers
      ? [DoorwayController, PasswordController, FlashCallController, MethodsController, TrustController, LiveController]
      : [],
    providers: [
      { provide: Environment, useValue: { value: environment } },
      { provide: Clock, useValue: clock },
      ...storeProviders,
      ...factorProviders,
      ...oidcProviders,
      ...loginProviders,
      ...procedureProviders,
      ...diallerProviders,
      LifeOfIdp,
    ],
  };
}
