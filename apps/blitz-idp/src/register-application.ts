import { generateKeyPairSync } from 'node:crypto';
import { parseArgs } from 'node:util';
import { isBuiltIn, isClientId, isPrivilege, newClientSecret, privileges, type Application } from '@blitz/accounts';
import { Sealer } from '@blitz/kernel';
import { DatabaseVariables, deployment, reasonOf, SecretsVariables } from '@blitz/platform';
import { openDatabase, PostgresApplications } from '@blitz/postgres';
import { Provider, type JWK } from 'oidc-provider';
import { machineMetadata } from './machines/machine-applications.ts';
import { ApplicationAdapter } from './oidc/application-adapter.ts';
import { protocol } from './oidc/protocol.ts';

const help = `register-application --id my-app --redirect-uri https://my.app/callback
  --name "My app"                       as people read it; the id by default
  --redirect-uri …                      where logins return to; may be given several times
  --post-logout-redirect-uri …          where logouts return to; may be given several times
  --public                              no secret: for programs on people's own devices and in browsers
  --privilege w_system                  instead of the addresses: a program that logs nobody in and works with the console's
                                        API (docs/admin-api.md); may be given several times: ${privileges.join(' ')}
  --replace                             if it is registered already; it gets a new secret

Prints the application as JSON; its secret is shown this once. A running blitz-idp knows it within a second.
`;

const options = {
  id: { type: 'string' },
  name: { type: 'string' },
  'redirect-uri': { type: 'string', multiple: true },
  'post-logout-redirect-uri': { type: 'string', multiple: true },
  public: { type: 'boolean' },
  privilege: { type: 'string', multiple: true },
  replace: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What the person at the keyboard can mend. */
class Refusal extends Error {}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}

type Values = ReturnType<typeof read>;

function wanted(values: Values): Application {
  const { id = '', privilege: asked } = values;
  if (!isClientId(id)) throw new Refusal('--id must be 1 to 128 visible ASCII characters without blanks.');
  if (isBuiltIn(id)) throw new Refusal(`--id must be another than ${id}, which blitz-idp uses itself.`);
  return asked === undefined ? forPeople(id, values) : forMachines(id, asked, values);
}

function forMachines(id: string, asked: readonly string[], { name = id, ...values }: Values): Application {
  const unknown = asked.find((each) => !isPrivilege(each));
  if (unknown !== undefined) throw new Refusal(`--privilege must be one of ${privileges.join(', ')}.`);
  if (values['redirect-uri'] !== undefined || values['post-logout-redirect-uri'] !== undefined || values.public === true) {
    throw new Refusal('--privilege is for programs that log nobody in and keep a secret: without --redirect-uri, --post-logout-redirect-uri and --public.');
  }
  return { clientId: id, metadata: { client_name: name, ...machineMetadata, privileges: [...new Set(asked)] }, secret: newClientSecret() };
}

function forPeople(id: string, values: Values): Application {
  const { name = id, 'redirect-uri': redirectUris = [], 'post-logout-redirect-uri': afterLogout = [] } = values;
  if (redirectUris.length === 0) throw new Refusal('--redirect-uri is missing: where do logins return to?');
  const metadata = {
    client_name: name,
    redirect_uris: redirectUris,
    post_logout_redirect_uris: afterLogout,
    ...(values.public === true ? { token_endpoint_auth_method: 'none' } : {}),
  };
  return { clientId: id, metadata, ...(values.public === true ? {} : { secret: newClientSecret() }) };
}

/** Asks oidc-provider whether it would serve this application, as it will when the first person comes. */
async function check(application: Application): Promise<void> {
  const applications = { find: () => Promise.resolve(application), save: () => Promise.reject(new Error('nothing is saved here')) };
  // It serves no application whose tokens none of its keys could sign.
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }) as JWK;
  const provider = new Provider('http://localhost', {
    ...protocol(),
    adapter: () => new ApplicationAdapter(applications),
    jwks: { keys: [key] },
    cookies: { keys: ['of nobody'] },
    features: { devInteractions: { enabled: false }, clientCredentials: { enabled: true } },
  });
  await provider.Client.find(application.clientId).catch((error: unknown) => {
    if (!(error instanceof Error && 'error_description' in error)) throw error;
    throw new Refusal(`It can't be registered like this: ${String(error.error_description)}.`);
  });
}

async function register(application: Application, replace: boolean): Promise<void> {
  await check(application);
  const { stores, secrets } = deployment({ stores: DatabaseVariables, secrets: SecretsVariables }, { port: 0, path: '' });
  const database = await openDatabase(stores.databaseUrl);
  try {
    const applications = new PostgresApplications(database, new Sealer(secrets.masterKeys));
    if (!replace && (await applications.find(application.clientId)) !== undefined) {
      throw new Refusal(`${application.clientId} is registered already; --replace gives it what you say here, and a new secret.`);
    }
    await applications.save(application);
  } finally {
    await database.destroy();
  }
}

try {
  const values = read(process.argv.slice(2));
  if (values.help === true) process.stdout.write(help);
  else {
    const application = wanted(values);
    await register(application, values.replace === true);
    const { clientId, secret, metadata } = application;
    const shown = { client_id: clientId, ...(secret === undefined ? {} : { client_secret: secret }), ...metadata };
    process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : reasonOf(error)}\n`);
  process.exitCode = 1;
}
