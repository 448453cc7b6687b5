import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Service } from '@blitz/platform';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import { DataSource } from 'typeorm';
import { KeepKeys } from '../src/oidc/keep-keys.ts';
import { Town } from './support/town.ts';

interface Published {
  readonly keys: readonly Readonly<Record<string, string>>[];
}

describe('the keys that tokens are signed with', () => {
  let town: Town;
  const others: Service[] = [];
  beforeAll(async () => {
    town = await Town.open();
    town.clock.rulesEverything();
    await town.administrator.saves({ 'login.required-factor': 1 });
  });
  afterEach(async () => {
    for (const other of others.splice(0)) await other.stop();
  });
  afterAll(() => town.close());

  async function published(base = town.base): Promise<Published> {
    return (await (await fetch(`${base}/.well-known/jwks`)).json()) as Published;
  }

  async function idToken(): Promise<string> {
    const ada = await town.person();
    await ada.goesToShop();
    await ada.typesPassword();
    return (await ada.tokens()).id_token;
  }

  const verified = async (token: string): Promise<unknown> =>
    (await jwtVerify(token, createLocalJWKSet((await published()) as unknown as JSONWebKeySet), { algorithms: ['ES256'] })).payload.sub;

  it('are made once, however many services start on the same database, and stay after a restart', async () => {
    const started = await Promise.all([town.another(), town.another()]);
    others.push(...started.map(({ service }) => service));
    const kids = await Promise.all([town.base, ...started.map(({ base }) => base)].map(async (base) => (await published(base)).keys.map(({ kid }) => kid)));
    expect(kids[0]).toHaveLength(1);
    expect(kids[1]).toEqual(kids[0]);
    expect(kids[2]).toEqual(kids[0]);
  });

  it('are shown without what only we may know', async () => {
    const { keys } = await published();
    expect(keys[0]).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' });
    expect(Object.keys(keys[0] ?? {})).not.toContain('d');
  });

  it('rest sealed: who reads the database can sign nothing', async () => {
    const stored: unknown = await town.service.get(DataSource).query('SELECT * FROM signing_keys');
    const text = JSON.stringify(stored);
    expect(text).toContain((await published()).keys[0]?.['x']);
    expect(text).not.toMatch(/"d"|\\"d\\"|PRIVATE KEY/);
    expect(Buffer.from(text).includes('"d":')).toBe(false);
  });

  it('do not open with another master key, and then the service does not start, and says why', async () => {
    await expect(town.another({ BLITZ_MASTER_KEY: randomBytes(32).toString('base64') })).rejects.toThrow(/master key|BLITZ_MASTER_KEY|sealed/i);
  });

  it('open when a new master key is put in front of the old one', async () => {
    const keys = `${randomBytes(32).toString('base64')},${String(town.variables['BLITZ_MASTER_KEY'])}`;
    const { service, base } = await town.another({ BLITZ_MASTER_KEY: keys });
    others.push(service);
    expect(await published(base)).toEqual(await published());
  });

  it('are announced before they sign, follow each other after a year, and old tokens stay valid', async () => {
    const look = (): Promise<void> => town.service.get(KeepKeys).look();
    const [first] = (await published()).keys;
    const old = await idToken();
    expect(decodeProtectedHeader(old).kid).toBe(first?.['kid']);

    town.clock.passes({ days: 364 });
    await look();
    expect((await published()).keys).toHaveLength(2);
    expect(decodeProtectedHeader(await idToken()).kid).toBe(first?.['kid']);

    const lastOfOld = await idToken();
    town.clock.passes({ days: 2, min: 1 });
    await look();
    const fresh = await idToken();
    expect(decodeProtectedHeader(fresh).kid).not.toBe(first?.['kid']);
    expect(await verified(fresh)).toBeDefined();
    expect(await verified(lastOfOld)).toBeDefined();

    town.clock.passes({ days: 31 });
    await look();
    expect((await published()).keys.map(({ kid }) => kid)).toEqual([decodeProtectedHeader(fresh).kid]);
    await expect(verified(old)).rejects.toThrow();
  });

  it('are followed by all services, not only by the one that made them', async () => {
    const { service, base } = await town.another();
    others.push(service);
    town.clock.passes({ days: 364 });
    await town.service.get(KeepKeys).look();
    await service.get(KeepKeys).look();
    expect(await published(base)).toEqual(await published());
  });
});
