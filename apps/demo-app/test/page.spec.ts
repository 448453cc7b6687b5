import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../src/environment.ts';
import { Person } from './person.ts';
import { Scene } from './scene.ts';

describe('the demo application’s pages', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.set({ withProvider: false });
  });
  afterAll(() => scene.ends());

  it.each(['/', '/login', '/callback', '/nothing'])('%s is under a strict content security policy, without scripts', async (path) => {
    const response = await new Person().asks(scene.at(path));
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' ${scene.issuer};`);
    expect(await response.text()).not.toMatch(/<script|<style|style=|\son[a-z]+=/);
  });

  it('serves what it refers to', async () => {
    const { text } = await new Person().goes(scene.at('/'));
    const assets = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, asset]) => asset ?? '');
    expect(assets.length).toBeGreaterThan(1);
    for (const asset of assets) expect((await fetch(scene.at(asset))).status).toBe(200);
  });

  it('speaks Russian to those who prefer it', async () => {
    expect((await new Person('ru-RU,ru;q=0.9,en;q=0.1').goes(scene.at('/'))).text).toMatch(/lang="ru".*Войти/s);
    expect((await new Person('ru').goes(scene.at('/login'))).text).toContain('Поставщик входа не отвечает');
  });

  it('refuses bodies it never asked for', async () => {
    const huge = await new Person().asks(scene.at('/refresh'), { method: 'POST', body: new URLSearchParams({ x: 'y'.repeat(5000) }) });
    expect(huge.status).toBe(400);
  });

  it('is healthy', async () => {
    expect((await fetch(scene.at('/healthz'))).status).toBe(200);
  });
});

describe('its process', () => {
  it('has an address for everything unless told otherwise', () => {
    const { issuer, ...rest } = readEnvironment({});
    expect(issuer.href).toBe('http://localhost:9000/blitz');
    expect(rest).toEqual({ host: '127.0.0.1', port: 9020, url: 'http://localhost:9020', clientId: 'demo' });
  });

  it.each([
    [{ BLITZ_DEMO_PORT: 'x' }, 'BLITZ_DEMO_PORT'],
    [{ BLITZ_ISSUER: 'localhost' }, 'BLITZ_ISSUER'],
    [{ BLITZ_ISSUER: 'file:///etc' }, 'BLITZ_ISSUER'],
    [{ BLITZ_DEMO_URL: 'http://localhost:9020/demo' }, 'BLITZ_DEMO_URL'],
  ])('refuses %j', (env, name) => {
    expect(() => readEnvironment(env)).toThrow(name);
  });

  it('ends soon after SIGTERM', async () => {
    const main = new URL('../dist/main.js', import.meta.url).pathname;
    const child = spawn(process.execPath, [main], { env: { BLITZ_DEMO_PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
  });
});
