import { relative } from 'node:path';
import { seconds } from '../setup/progress.mjs';
import { root } from '../setup/root.mjs';
import { administrator, demoAccounts, whatTheyShow } from './demo-data.mjs';

/** For people: where everything is and what to click first. */
export function table({ slot, urls, secrets, given, tookMs }) {
  const row = (name, address, note = '') => `  ${name.padEnd(18)} ${address.padEnd(38)} ${note}`.trimEnd();
  return [
    '',
    `  Blitz is ready, after ${seconds(tookMs)}.`,
    '',
    row('Demo application', urls.demo, '← open this first'),
    row('Telephone', urls.simulator, '← and this beside it: it rings here'),
    row('blitz-idp', discoveryOf(urls.idp)),
    row('blitz-console', urls.console, `log in as ${administrator}`),
    row('blitz-recovery', healthOf(urls.recovery), '(no pages yet)'),
    '',
    ...demoAccounts(secrets).map(({ login, password }) => row(login, password, whatTheyShow[login])),
    '',
    '  Log in as ada, press "Call me", and type the last digits of the number that rings on the telephone page.',
    `  ${storesLine(slot, given)}`,
    '  Ctrl-C stops everything and keeps the data; npm start -- --fresh forgets it.',
    '',
  ].join('\n');
}

/** An identity provider has no page of its own: people come from an application, and applications begin here. */
const discoveryOf = (issuer) => `${issuer}/.well-known/openid-configuration`;

/** Every service has its probes below the same path, whatever its own is. */
const healthOf = (url) => new URL('/blitz/healthz', url).href;

/** For programs: one line, by itself. */
export function readyLine({ urls, secrets }) {
  const accounts = demoAccounts(secrets).map(({ login, password, attributes }) => ({ login, password, phone: attributes.phone_number }));
  return `ready ${JSON.stringify({ ...urls, account: accounts[0], administrator: accounts.find(({ login }) => login === administrator) })}`;
}

function storesLine({ folder }, { databaseUrl, redisUrl }) {
  const place = relative(root, folder);
  const postgres = databaseUrl === undefined ? `embedded PostgreSQL in ${place}` : 'YOUR PostgreSQL (BLITZ_DATABASE_URL)';
  const redis = redisUrl === undefined ? `private Redis in ${place}` : 'YOUR Redis (BLITZ_REDIS_URL)';
  return `Stores: ${postgres}, ${redis}. Development secrets: not for production.`;
}
