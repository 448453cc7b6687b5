import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { faultOf, localEgress, providerName, sending } from './asking.ts';
import { Provider } from './provider.ts';

const open: Provider[] = [];
afterEach(async () => {
  for (const provider of open.splice(0)) await provider.closes();
});

/** All that is in a request and must not be in what is said about it. */
const secrets = ['79001234567', 'path-7711', 'query-8822', 'header-9933', 'body-5544', 'answer-6655'];
const request = {
  method: 'POST',
  headers: [['Authorization', 'Bearer header-9933']] as const,
  body: '{"to":"79001234567","x":"body-5544"}',
};

const servers: Record<string, (socket: Socket) => void> = {
  'closes at once': (socket) => socket.destroy(),
  'reads and closes': (socket) => socket.once('data', () => socket.destroy()),
  'is not HTTP': (socket) => socket.once('data', () => socket.end('answer-6655 79001234567\r\n\r\n')),
  'has a broken header': (socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nanswer-6655\r\n\r\n')),
  'is half': (socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nanswer-6655')),
  'is in no alphabet': (socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Type: a/b; charset=answer-6655\r\n\r\na')),
  'is packed strangely': (socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Encoding: answer-6655\r\n\r\na')),
};

describe('R14 what is said about a request that failed holds nothing of it but the host', () => {
  it.each(Object.keys(servers))('at a server that %s', async (name) => {
    const provider = await Provider.raw((socket) => servers[name]?.(socket.on('error', () => undefined)));
    open.push(provider);
    const egress = localEgress(provider.port);
    for (const scheme of ['http', 'https']) {
      const url = `${scheme}://${providerName}:${provider.port}/path-7711/79001234567?key=query-8822`;
      const said = JSON.stringify(faultOf(await egress.send(sending(url, request))));
      expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
      expect(said).toContain(providerName);
    }
    egress.close();
  });

  it.each([
    ['a method', { ...request, method: 'answer-6655' }],
    ['a header\'s name', { ...request, headers: [['header-9933 79001234567', 'x']] as const }],
    ['a header\'s value', { ...request, headers: [['Token', 'header-9933\n']] as const }],
    ['a body', { ...request, body: 'body-5544'.repeat(9999) }],
  ])('nor when %s was refused', async (_what, asking) => {
    const egress = localEgress(1);
    const answer = faultOf(await egress.send(sending(`http://${providerName}:1/path-7711?key=query-8822`, asking)));
    expect(secrets.filter((secret) => JSON.stringify(answer).includes(secret))).toEqual([]);
    expect(answer.neverSent).toBe(true);
    egress.close();
  });
});
