import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AxiosEgress } from '@blitz/telephony';
import { faultOf, localEgress, providerName, responseOf, sending } from './asking.ts';
import { Provider } from './provider.ts';

let provider: Provider;
let egress: AxiosEgress;
let url: string;
beforeEach(async () => {
  provider = await Provider.plain();
  egress = localEgress(provider.port);
  url = `http://${providerName}:${provider.port}`;
});
afterEach(async () => {
  egress.close();
  await provider.closes();
});

const text = async (path = '/'): Promise<string> => responseOf(await egress.send(sending(url + path))).text;

describe('what the provider hears', () => {
  it('is what the procedure wanted, to the byte', async () => {
    const body = '{"to":"79001234567", "имя":"код"}';
    const headers = [['X-Signature', 'a1'], ['Content-Type', 'application/json'], ['X-Two', '1'], ['X-Two', '2']] as const;
    await egress.send(sending(`${url}/a/%2e%2e/b//c?x=1&x=%20#part`, { method: 'POST', headers, body, correlation: 'r-1' }));
    expect(provider.heard).toEqual([
      {
        method: 'POST',
        url: '/b//c?x=1&x=%20',
        body,
        headers: {
          host: `${providerName}:${provider.port}`,
          connection: 'keep-alive',
          'user-agent': 'blitz-idp',
          accept: 'application/json, */*;q=0.5',
          'accept-encoding': 'identity',
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
          'x-signature': 'a1',
          'x-two': '1, 2',
          'x-correlation-id': 'r-1',
        },
      },
    ]);
  });

  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])('%s', async (method) => {
    responseOf(await egress.send(sending(url, { method, ...(method === 'GET' ? {} : { body: 'x' }) })));
    expect(provider.heard).toMatchObject([{ method, url: '/', body: method === 'GET' ? '' : 'x' }]);
    expect(provider.heard[0]?.headers).not.toHaveProperty('content-type');
  });

  it.each(['HEAD', 'CONNECT', 'TRACE', 'OPTIONS', 'get', '', 'GET\r\n', 'PROPFIND'])('is never %j', async (method) => {
    expect(faultOf(await egress.send(sending(url, { method })))).toMatchObject({ fault: 'method_refused', neverSent: true });
    expect(provider.connections).toBe(0);
  });

  it('no cookie, though it set one', async () => {
    provider.answer = (response) => response.setHeader('Set-Cookie', ['a=1', 'b=2']).end('{}');
    expect(responseOf(await egress.send(sending(url))).headers).not.toHaveProperty('set-cookie');
    await egress.send(sending(url));
    expect(provider.heard[1]?.headers).not.toHaveProperty('cookie');
  });
});

describe('what the procedure sees', () => {
  it.each([301, 302, 303, 307, 308])('a redirect (%d), which is an answer and no way on', async (status) => {
    provider.answer = (response) => response.writeHead(status, { location: `http://127.0.0.1:${provider.port}/inside` }).end('moved');
    expect(responseOf(await egress.send(sending(url)))).toMatchObject({ status, text: 'moved', headers: { location: /inside/ } });
    expect(provider.heard).toHaveLength(1);
  });

  it.each([200, 204, 400, 429, 500, 503])('status %d, without an opinion on it', async (status) => {
    provider.answer = (response) => response.writeHead(status).end();
    expect(responseOf(await egress.send(sending(url)))).toMatchObject({ status, text: '' });
  });

  it('headers by their lower-case names, several of one name together, at most 100', async () => {
    provider.answer = (response) => {
      response.setHeader('X-Two', ['1', '2']);
      for (let at = 0; at < 200; at += 1) response.setHeader(`X-${at}`, 'a');
      response.end();
    };
    const { headers } = responseOf(await egress.send(sending(url)));
    expect(headers['x-two']).toBe('1, 2');
    expect(Object.keys(headers)).toHaveLength(100);
  });

  it.each([
    ['UTF-8 by itself', 'application/json', Buffer.from('"Код"'), '"Код"'],
    ['UTF-8 with its mark', 'application/json', Buffer.from('\ufeff"Код"'), '"Код"'],
    ['the Cyrillic of Windows', 'text/plain; charset=windows-1251', Buffer.from([0xca, 0xee, 0xe4]), 'Код'],
    ['a quoted alphabet', 'text/plain; Charset="KOI8-R"; x=y', Buffer.from([0xeb, 0xcf, 0xc4]), 'Код'],
    ['digits beside bytes that are no text', 'application/json', Buffer.from([0xff, 0x31, 0x32]), '\ufffd12'],
  ])('%s', async (_what, type, bytes, expected) => {
    provider.answer = (response) => response.writeHead(200, { 'content-type': type }).end(bytes);
    expect(await text()).toBe(expected);
  });

  it.each([
    ['gzip', gzipSync('1234')],
    ['GZIP', gzipSync('1234')],
    ['x-gzip', gzipSync('1234')],
    ['deflate', deflateSync('1234')],
    ['deflate', deflateRawSync('1234')],
    ['br', brotliCompressSync('1234')],
    ['identity', Buffer.from('1234')],
  ])('a body that was compressed unasked (%s)', async (encoding, bytes) => {
    provider.answer = (response) => response.writeHead(200, { 'content-encoding': encoding }).end(bytes);
    expect(await text()).toBe('1234');
  });

  it.each([
    ['an alphabet that nobody knows', { 'content-type': 'text/plain; charset=klingon' }, Buffer.from('1234')],
    ['a compression that we do not read', { 'content-encoding': 'zstd' }, Buffer.from('1234')],
    ['compressions in each other', { 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync('1234'))],
    ['what is not compressed as it says', { 'content-encoding': 'gzip' }, Buffer.from('1234')],
    ['half of what was compressed', { 'content-encoding': 'gzip' }, gzipSync('1234'.repeat(99)).subarray(0, 20)],
  ])('a fault instead of %s', async (_what, headers, bytes) => {
    provider.answer = (response) => response.writeHead(200, headers).end(bytes);
    expect(faultOf(await egress.send(sending(url)))).toMatchObject({ fault: 'response_unreadable', neverSent: false });
    // Nothing was left unread: the connection is good for the next request.
    provider.answer = (response) => response.end('next');
    expect(await text()).toBe('next');
    expect(provider.connections).toBe(1);
  });
});

describe('many at once', () => {
  it('share connections that are kept, and are never more than the places of one provider', async () => {
    const all = (): Promise<string[]> => Promise.all(Array.from({ length: 600 }, () => text('/call')));
    expect(new Set(await all())).toEqual(new Set(['{}']));
    expect(provider.connections).toBeLessThanOrEqual(512);
    const before = provider.connections;
    expect(await text()).toBe('{}');
    expect(await text()).toBe('{}');
    expect(provider.connections).toBe(before);
  });
});
