import { describe, expect, it } from '@jest/globals';
import { newId } from '@blitz/kernel';
import type { ApplicationRegister } from '../application-register/application-register.ts';

const metadata = { client_name: 'Лавка «У моря»', redirect_uris: ['https://shop.example/cb'] };

type SecretOf = (clientId: string) => Promise<string | undefined>;

const newClientId = (): string => `app-${newId()}`;

/** What every register of applications does; run by the fake and by the adapter. */
export function applicationRegisterContract(open: () => ApplicationRegister, secretOf: SecretOf): void {
  describe('a register of applications', () => {
    keeps(open, secretOf);
    changesAVersion(open, secretOf);
    lists(open);
  });
}

function keeps(open: () => ApplicationRegister, secretOf: SecretOf): void {
  it('keeps what it is given and never shows the secret', async () => {
    const clientId = newClientId();
    const added = await open().add({ clientId, metadata, secret: 'hidden' });
    expect(added).toEqual({ clientId, metadata, hasSecret: true, version: 1, createdAt: expect.any(Number), changedAt: added?.createdAt, secretSince: added?.createdAt });
    expect(await open().find(clientId)).toEqual(added);
    expect(JSON.stringify([added, await open().find(clientId), await open().list({ search: clientId, limit: 9 })])).not.toContain('hidden');
    expect(await secretOf(clientId)).toBe('hidden');
  });

  it('adds an id once, of ten that try at the same moment', async () => {
    const clientId = newClientId();
    const added = await Promise.all(Array.from({ length: 10 }, (_, nth) => open().add({ clientId, metadata: { nth }, secret: String(nth) })));
    const [winner, ...others] = added.filter((each) => each !== undefined);
    expect(others).toEqual([]);
    expect(await open().find(clientId)).toEqual(winner);
    expect(await secretOf(clientId)).toBe(String(winner?.metadata['nth']));
  });
}

function changesAVersion(open: () => ApplicationRegister, secretOf: SecretOf): void {
  it('changes a version once, of ten that try at the same moment, and leaves the secret', async () => {
    const clientId = newClientId();
    await open().add({ clientId, metadata, secret: 'stays' });
    const changed = await Promise.all(Array.from({ length: 10 }, (_, nth) => open().change(clientId, { nth }, 1)));
    const [winner, ...others] = changed.filter((each) => each !== undefined);
    expect(others).toEqual([]);
    expect(winner).toMatchObject({ version: 2, hasSecret: true });
    expect(await open().find(clientId)).toEqual(winner);
    expect(await secretOf(clientId)).toBe('stays');
  });

  it('replaces a secret once, of ten that try at the same moment, and leaves the rest', async () => {
    const clientId = newClientId();
    await open().add({ clientId, metadata, secret: 'before' });
    const secrets = Array.from({ length: 10 }, newId);
    const replaced = await Promise.all(secrets.map((secret) => open().replaceSecret(clientId, secret, 1)));
    expect(replaced.filter((each) => each !== undefined)).toEqual([expect.objectContaining({ version: 2, metadata, hasSecret: true })]);
    expect(await secretOf(clientId)).toBe(secrets[replaced.findIndex((each) => each !== undefined)]);
  });

  it('does nothing to another version, nor to what it does not know', async () => {
    const clientId = newClientId();
    await open().add({ clientId, metadata, secret: 'before' });
    for (const [id, version] of [[clientId, 0], [clientId, 2], [newClientId(), 1], ['\0', 1]] as const) {
      expect(await open().change(id, {}, version)).toBeUndefined();
      expect(await open().replaceSecret(id, 'x', version)).toBeUndefined();
      expect(await open().remove(id, version)).toBe(false);
    }
    expect(await open().find(clientId)).toMatchObject({ version: 1, metadata });
  });

  it('forgets an application with its secret, once', async () => {
    const clientId = newClientId();
    await open().add({ clientId, metadata, secret: 'gone' });
    const removed = await Promise.all(Array.from({ length: 5 }, () => open().remove(clientId, 1)));
    expect(removed.filter(Boolean)).toHaveLength(1);
    expect([await open().find(clientId), await secretOf(clientId)]).toEqual([undefined, undefined]);
  });
}

function lists(open: () => ApplicationRegister): void {
  it('lists in order, page by page, whatever is added meanwhile', async () => {
    const stem = `list-${newId().toLowerCase()}`;
    const ids = ['B', 'a', 'b', 'c.d', 'c_d'].map((end) => `${stem}-${end}`);
    for (const clientId of [...ids].reverse()) await open().add({ clientId, metadata });
    const first = await open().list({ search: stem, limit: 2 });
    await open().add({ clientId: `${stem}-A`, metadata });
    const rest = await open().list({ search: stem, limit: 9, after: first.at(-1)?.clientId ?? '' });
    expect([...first, ...rest].map(({ clientId }) => clientId)).toEqual(ids);
  });

  it('finds by part of the id or the name in any case, and takes signs for what they are', async () => {
    const clientId = newClientId();
    const mark = newId();
    await open().add({ clientId, metadata: { client_name: `Лавка 100% ${mark}` } });
    const found = async (search: string): Promise<readonly string[]> => (await open().list({ search, limit: 9 })).map((each) => each.clientId);
    for (const search of [clientId.slice(2).toUpperCase(), `ЛАВКА 100% ${mark}`, `100% ${mark.toUpperCase()}`]) expect(await found(search)).toEqual([clientId]);
    for (const search of [`лавка_100% ${mark}`, `%${mark}`, `100%%${mark}`, "'; DROP TABLE applications; --", '\0']) expect(await found(search)).toEqual([]);
  });

  it('neither lists nor finds what blitz-idp brings itself', async () => {
    await open().add({ clientId: 'blitz-console', metadata });
    expect(await open().find('blitz-console')).toBeUndefined();
    expect(await open().list({ search: 'blitz-console', limit: 9 })).toEqual([]);
  });

  it('refuses what can not be kept', async () => {
    const clientId = newClientId();
    await expect(open().add({ clientId, metadata: { client_name: 'a\0' } })).rejects.toThrow('application_invalid');
    await open().add({ clientId, metadata });
    await expect(open().change(clientId, { client_secret: 'x' }, 1)).rejects.toThrow('application_invalid');
  });
}
