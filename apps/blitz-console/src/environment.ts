import {
  deployment,
  EgressVariables,
  IssuerVariables,
  readEnvironment,
  SecretsVariables,
  SettingsVariables,
  StoresVariables,
  WebVariables,
} from '@blitz/platform';
import type { Environment } from '@blitz/platform';

const place = { port: 9001, path: '/blitz/console' };
const concerns = {
  web: WebVariables,
  stores: StoresVariables,
  secrets: SecretsVariables,
  settings: SettingsVariables,
  egress: EgressVariables,
  issuer: IssuerVariables,
};

/** All that blitz-console has to be told about where it runs. */
export type ConsoleEnvironment = Environment<typeof concerns>;

export const consoleEnvironment = (): ConsoleEnvironment => deployment(concerns, place);

/** The same from other variables than the process's: for tests. */
export const consoleEnvironmentOf = (variables: Readonly<Record<string, string>>): ConsoleEnvironment =>
  readEnvironment(variables, concerns, place);
