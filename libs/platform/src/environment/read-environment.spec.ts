import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { EgressVariables } from './egress-environment.ts';
import { EnvironmentError } from './environment-error.ts';
import { IssuerVariables } from './issuer-environment.ts';
import { NeighboursVariables } from './neighbours-environment.ts';
import { readEnvironment } from './read-environment.ts';
import { RolesVariables } from './roles-environment.ts';
import { SecretsVariables } from './secrets-environment.ts';
import { SettingsVariables } from './settings-environment.ts';
import { StoresVariables } from './stores-environment.ts';
import { WebVariables } from './web-environment.ts';

const place = { port: 9000, path: '/blitz' };
const key = (): string => randomBytes(32).toString('base64');
const everything = {
  web: WebVariables,
  stores: StoresVariables,
  secrets: SecretsVariables,
  settings: SettingsVariables,
  roles: RolesVariables,
  egress: EgressVariables,
  neighbours: NeighboursVariables,
  issuer: IssuerVariables,
};
const complete = {
  BLITZ_PUBLIC_URL: 'https://id.example.org/blitz/',
  BLITZ_DATABASE_URL: 'postgres://blitz:p4ss-of-db@db.example.org/blitz',
  BLITZ_REDIS_URL: 'rediss://:p4ss-of-redis@redis.example.org:6380/1',
  BLITZ_MASTER_KEY: key(),
  BLITZ_SECRET: key(),
};
type Variables = Readonly<Record<string, string>>;
const read = (changes: Variables = {}) => readEnvironment({ ...complete, ...changes }, everything, place);

function problems(changes: Variables, from: Variables = complete): readonly string[] {
  try {
    readEnvironment({ ...from, ...changes }, everything, place);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
  return [];
}

describe('the environment of a service', () => {
  it('becomes typed, frozen objects', () => {
    const environment = read();
    expect(environment.web).toMatchObject({ port: 9000, host: '127.0.0.1', publicUrl: 'https://id.example.org/blitz', production: false });
    expect(environment.stores).toMatchObject({ databaseUrl: complete.BLITZ_DATABASE_URL, embedded: false });
    expect(environment.secrets.masterKeys).toEqual([Buffer.from(complete.BLITZ_MASTER_KEY, 'base64')]);
    expect(environment.settings.configFile).toMatch(/^\/.*\/blitz\.conf$/);
    expect(environment.roles.roles).toEqual(['web', 'dialler']);
    expect(environment.egress).toEqual({ allowHttp: [], allowAddresses: [] });
    expect(environment.issuer).toEqual({ issuer: 'http://localhost:9000/blitz' });
    expect(environment.neighbours).toEqual({ recoveryUrl: undefined, consoleUrl: undefined });
    for (const concern of [environment, ...Object.values(environment)]) expect(Object.isFrozen(concern)).toBe(true);
  });

  it('says all that is missing at once, and what was expected', () => {
    const found = problems({}, {});
    const names = ['BLITZ_DATABASE_URL', 'BLITZ_MASTER_KEY', 'BLITZ_REDIS_URL', 'BLITZ_SECRET'];
    expect(found.map((each) => each.split(' ')[0])).toEqual(names);
    for (const each of found) expect(each).toMatch(/^\w+ is missing; expected .{10,}/);
  });

  it('takes an empty variable, or one of blanks, for a missing one', () => {
    expect(problems({ BLITZ_SECRET: '  ' })).toEqual([expect.stringContaining('BLITZ_SECRET is missing')]);
    expect(read({ BLITZ_PORT: '', BLITZ_LOG_LEVEL: ' ' }).web).toMatchObject({ port: 9000, logLevel: 'info' });
  });

  it.each([
    ['BLITZ_PORT', '65536'],
    ['BLITZ_PORT', '9000x'],
    ['BLITZ_HOST', 'a b'],
    ['BLITZ_PUBLIC_URL', 'ftp://id.example.org'],
    ['BLITZ_PUBLIC_URL', 'https://id.example.org/?a=b'],
    ['BLITZ_PUBLIC_URL', 'https://user:pw@id.example.org/'],
    ['BLITZ_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['BLITZ_TRUSTED_PROXIES', '0.0.0.0/0'],
    ['BLITZ_TRUSTED_PROXIES', 'true'],
    ['BLITZ_LOG_LEVEL', 'silent'],
    ['BLITZ_DATABASE_URL', 'mysql://a/b'],
    ['BLITZ_REDIS_URL', 'localhost:6379'],
    ['BLITZ_STORES', 'cloud'],
    ['BLITZ_MASTER_KEY', randomBytes(31).toString('base64')],
    ['BLITZ_MASTER_KEY', `${key()},`],
    ['BLITZ_MASTER_KEY', 'not base64 at all, but long enough'],
    ['BLITZ_SECRET', randomBytes(31).toString('base64')],
    ['BLITZ_ROLES', 'web,dialer'],
    ['BLITZ_ROLES', 'web,,dialler'],
    ['BLITZ_PROVIDER_URL', 'https://calls.example.org/'],
    ['BLITZ_PROVIDER_TOKEN', 'a-token-of-before'],
    ['BLITZ_EGRESS_HTTP', 'http://pbx.local/'],
    ['BLITZ_EGRESS_HTTP', 'localhost:9010,*.local'],
    ['BLITZ_EGRESS_ADDRESSES', '0.0.0.0/0'],
    ['BLITZ_EGRESS_ADDRESSES', 'localhost'],
    ['BLITZ_RECOVERY_URL', '/blitz/recovery'],
    ['BLITZ_ISSUER', 'localhost:9000/blitz'],
    ['BLITZ_ISSUER', 'https://id.example.org/blitz?x=y'],
    ['NODE_ENV', 'live'],
  ])('refuses %s when it is %j, and does not repeat the value', (name, value) => {
    const [problem, ...others] = problems({ [name]: value });
    expect(others).toEqual([]);
    expect(problem).toMatch(new RegExp(`^${name} is not what it should be; expected `));
    expect(problem).not.toContain(value);
  });

  it('prints no secret, whatever is wrong', () => {
    const wrong = Object.fromEntries(Object.keys(complete).map((name) => [name, `\u0007sesame-${name}`]));
    expect(problems(wrong)).toHaveLength(5);
    expect(problems(wrong).join()).not.toContain('sesame');
  });

  it('reads several master keys, the newest first, and a base64url secret', () => {
    const [newer, older] = [key(), key()];
    const { secrets } = read({ BLITZ_MASTER_KEY: `${newer}, ${older}`, BLITZ_SECRET: randomBytes(48).toString('base64url') });
    expect(secrets.masterKeys.map((each) => each.toString('base64'))).toEqual([newer, older]);
    expect(secrets.secret).toHaveLength(48);
  });

  it('reads what the way out opens', () => {
    const { egress } = read({ BLITZ_EGRESS_HTTP: 'localhost:9010, [::1]:9010', BLITZ_EGRESS_ADDRESSES: '127.0.0.1,fd00::/8' });
    expect(egress).toEqual({ allowHttp: ['localhost:9010', '[::1]:9010'], allowAddresses: ['127.0.0.1', 'fd00::/8'] });
  });

  it('finds the address of a service in development by itself', () => {
    const { web } = readEnvironment({ BLITZ_PORT: '9101' }, { web: WebVariables }, { port: 9001, path: '/blitz/console' });
    expect(web.publicUrl).toBe('http://localhost:9101/blitz/console');
  });
});

describe('the environment in production', () => {
  const production = { NODE_ENV: 'production', BLITZ_ISSUER: 'https://id.example.org/blitz' };

  it('starts with real secrets, and listens to everybody', () => {
    expect(read(production).web).toMatchObject({ production: true, host: '0.0.0.0' });
  });

  it.each([
    ['zeroes', Buffer.alloc(32)],
    ['one byte over and over', Buffer.alloc(32, 7)],
    ['counting', Buffer.from(Array.from({ length: 32 }, (_, at) => at))],
    ['words', Buffer.from('change-me-change-me-change-me-32')],
    ['two words in turns', Buffer.from('development-secret-development-s')],
  ])('refuses a secret made of %s', (_, bytes) => {
    const secret = bytes.toString('base64');
    expect(problems({ ...production, BLITZ_SECRET: secret, BLITZ_MASTER_KEY: secret })).toHaveLength(2);
    expect(problems({ BLITZ_SECRET: secret, BLITZ_MASTER_KEY: secret })).toEqual([]);
  });

  it('refuses a weak key that hides behind a good one', () => {
    expect(problems({ ...production, BLITZ_MASTER_KEY: `${key()},${Buffer.alloc(32).toString('base64')}` })).toHaveLength(1);
  });

  it('lets a thousand random secrets pass', () => {
    const refused = Array.from({ length: 1_000 }, key).filter((secret) => problems({ ...production, BLITZ_SECRET: secret }).length > 0);
    expect(refused).toEqual([]);
  });

  it('wants https, unless somebody typed out that http will do', () => {
    const plain = { ...production, BLITZ_PUBLIC_URL: 'http://id.example.org/blitz', BLITZ_RECOVERY_URL: 'http://id.example.org/recovery' };
    expect(problems(plain)).toHaveLength(2);
    expect(problems({ ...plain, BLITZ_ALLOW_HTTP: 'true' })).toContainEqual(expect.stringContaining('BLITZ_ALLOW_HTTP'));
    expect(problems({ ...plain, BLITZ_ALLOW_HTTP: 'yes' })).toEqual([]);
  });

  it('wants its address and whose tokens it believes, and no embedded stores', () => {
    const wrong = { ...production, BLITZ_ISSUER: '', BLITZ_PUBLIC_URL: '', BLITZ_STORES: 'embedded' };
    expect(problems(wrong).map((each) => each.split(' ')[0])).toEqual(['BLITZ_ISSUER', 'BLITZ_PUBLIC_URL', 'BLITZ_STORES']);
  });
});
