import { adminApi } from '@blitz/accounts';
import { Clock } from '@blitz/kernel';
import type { Provider } from '@nestjs/common';
import { AccessTokens } from '../access/access-tokens.ts';
import { Callers } from '../access/callers.ts';
import { issuerKeys } from '../access/issuer-keys.ts';
import { Environment } from './tokens.ts';

/** Who may use the admin API. */
export const accessProviders: Provider[] = [
  { provide: Callers, useFactory: () => new Callers() },
  {
    provide: AccessTokens,
    useFactory: ({ value }: Environment, clock: Clock) => {
      const { issuer } = value.issuer;
      return new AccessTokens(issuerKeys(issuer), { issuer, audience: adminApi(value.web.publicUrl) }, clock);
    },
    inject: [Environment, Clock],
  },
];
