import {
  deployment,
  EgressVariables,
  NeighboursVariables,
  readEnvironment,
  RolesVariables,
  SecretsVariables,
  SettingsVariables,
  StoresVariables,
  WebVariables,
} from '@blitz/platform';

const place = { port: 9000, path: '/blitz' };
const concerns = {
  web: WebVariables,
  stores: StoresVariables,
  secrets: SecretsVariables,
  settings: SettingsVariables,
  roles: RolesVariables,
  egress: EgressVariables,
  neighbours: NeighboursVariables,
};

/** All that blitz-idp has to be told about where it runs. */
export type IdpEnvironment = ReturnType<typeof idpEnvironment>;

export const idpEnvironment = () => deployment(concerns, place);

/** The same from other variables than the process's: for tests. */
export const idpEnvironmentOf = (variables: Readonly<Record<string, string>>): IdpEnvironment =>
  readEnvironment(variables, concerns, place);
