import { bundleOf } from '../setup/bundle.mjs';
import { inRoot } from '../setup/root.mjs';
import { demoAccounts } from './demo-data.mjs';

/** The addresses that people and the `ready` line get. */
export function demoUrls(ports) {
  return {
    idp: `http://localhost:${ports.idp}/blitz`,
    console: `http://localhost:${ports.console}/blitz/console`,
    recovery: `http://localhost:${ports.recovery}/blitz/recovery`,
    simulator: `http://localhost:${ports.simulator}/`,
    demo: `http://localhost:${ports.demo}/`,
  };
}

/**
 * What the demo consists of, and which program each is: what the compiler writes while it watches, else the bundle. Each process is told only what it needs: the simulator and the application know no store.
 */
export function demoServices({ slot, urls, secrets, stores, watch }) {
  const { ports } = slot;
  const everyone = { ...inherited(), NODE_ENV: 'development', BLITZ_HOST: '127.0.0.1', BLITZ_SLOT: String(slot.number) };
  const blitz = { ...everyone, ...storesAndSecrets(stores, secrets), ...addresses(urls) };
  const service = (name, port, url) => ({
    ...placeOf(name),
    ...(watch ? {} : { program: bundleOf(`apps/${name}`) }),
    ready: `http://127.0.0.1:${port}/blitz/readyz`,
    env: { ...blitz, BLITZ_PORT: String(port), BLITZ_PUBLIC_URL: url },
  });
  const simulator = {
    ...placeOf('phone-simulator'),
    ready: `http://127.0.0.1:${ports.simulator}/healthz`,
    env: { ...everyone, ...telephones(secrets, ports) },
  };
  const application = {
    ...placeOf('demo-app'),
    ready: `http://127.0.0.1:${ports.demo}/healthz`,
    env: { ...everyone, ...demoClient(urls, secrets, ports) },
  };
  return {
    idp: service('blitz-idp', ports.idp, urls.idp),
    console: service('blitz-console', ports.console, urls.console),
    recovery: service('blitz-recovery', ports.recovery, urls.recovery),
    simulator,
    application,
  };
}

const placeOf = (name) => ({ name, folder: `apps/${name}`, program: inRoot('apps', name, 'dist', 'main.js') });

function storesAndSecrets({ databaseUrl, redisUrl, kind }, secrets) {
  return {
    BLITZ_DATABASE_URL: databaseUrl,
    BLITZ_REDIS_URL: redisUrl,
    BLITZ_STORES: kind,
    BLITZ_MASTER_KEY: secrets.masterKey,
    BLITZ_SECRET: secrets.secret,
    BLITZ_CONFIG: process.env.BLITZ_CONFIG || inRoot('blitz.conf'),
  };
}

/** No address of blitz-recovery: it has no pages yet, and a link whose address is unknown is not shown. */
function addresses(urls) {
  return {
    BLITZ_ISSUER: urls.idp,
    BLITZ_CONSOLE_URL: urls.console,
    // The way out leads to https and public addresses only. The simulator is neither.
    BLITZ_EGRESS_HTTP: new URL(urls.simulator).host,
    BLITZ_EGRESS_ADDRESSES: '127.0.0.0/8,::1',
    BLITZ_DEMO_URL: urls.demo.slice(0, -1),
    BLITZ_DEMO_CLIENT_ID: 'demo',
  };
}

/** Its page lists the demo's phones from the start: whoever wants the first call to fail need not type a number. */
function telephones(secrets, ports) {
  return {
    BLITZ_SIMULATOR_PORT: String(ports.simulator),
    BLITZ_SIMULATOR_TOKEN: secrets.providerToken,
    BLITZ_SIMULATOR_PHONES: demoAccounts(secrets).flatMap(({ attributes }) => attributes.phone_number ?? []).join(),
  };
}

function demoClient(urls, secrets, ports) {
  return {
    BLITZ_DEMO_PORT: String(ports.demo),
    BLITZ_DEMO_URL: urls.demo.slice(0, -1),
    BLITZ_DEMO_CLIENT_ID: 'demo',
    BLITZ_DEMO_CLIENT_SECRET: secrets.demoClientSecret,
    BLITZ_ISSUER: urls.idp,
  };
}

/** A few things of ours are for the services to hear; a BLITZ_PORT or NODE_OPTIONS of the shell is not. */
function inherited() {
  const names = ['PATH', 'HOME', 'TZ', 'LANG', 'LC_ALL', 'BLITZ_LOG_LEVEL', 'BLITZ_TRUSTED_PROXIES', 'BLITZ_ALLOW_HTTP', 'NODE_EXTRA_CA_CERTS'];
  return Object.fromEntries(names.filter((name) => process.env[name]).map((name) => [name, process.env[name]]));
}
