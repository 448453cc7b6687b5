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

const mebibyte = 1024 * 1024;
const zeros = Buffer.alloc(16 * mebibyte);
const zippedMebibyte = gzipSync(zeros.subarray(0, mebibyte));

describe('an answer of more than 256 KiB is not read', () => {
  it('256 KiB are', async () => {
    provider.answer = (response) => response.end('a'.repeat(mebibyte / 4));
    expect(responseOf(await egress.send(sending(url))).text).toHaveLength(mebibyte / 4);
    provider.answer = (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('a'.repeat(mebibyte / 4)));
    expect(responseOf(await egress.send(sending(url))).text).toHaveLength(mebibyte / 4);
  });

  it('one byte more is too large, and the connection is not used again', async () => {
    provider.answer = (response) => response.end('a'.repeat(mebibyte / 4 + 1));
    expect(faultOf(await egress.send(sending(url)))).toMatchObject({ fault: 'response_too_large', neverSent: false });
    provider.answer = (response) => response.end('next');
    expect(responseOf(await egress.send(sending(url))).text).toBe('next');
    expect(provider.connections).toBe(2);
  });

  it('nor one that never ends', async () => {
    let written = 0;
    provider.answer = (response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('a'.repeat(64 * 1024))) written += 64 * 1024;
      };
      response.on('drain', more);
      more();
    };
    expect(faultOf(await egress.send(sending(url)))).toMatchObject({ fault: 'response_too_large', neverSent: false });
    // What the buffers of two sockets hold, and not what it would send.
    expect(written).toBeLessThan(64 * mebibyte);
  });

  it.each([
    ['gzip', gzipSync(zeros)],
    ['gzip', Buffer.concat(Array.from({ length: 200 }, () => zippedMebibyte))],
    ['deflate', deflateSync(zeros)],
    ['deflate', deflateRawSync(zeros)],
    ['br', brotliCompressSync(zeros)],
  ])('nor one that unpacks to more: a bomb (%s)', async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(mebibyte / 4);
    provider.answer = (response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb);
    const before = process.memoryUsage().arrayBuffers;
    expect(faultOf(await egress.send(sending(url)))).toMatchObject({ fault: 'response_too_large', neverSent: false });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * mebibyte);
  });

  it('nor more than 16 KiB of headers', async () => {
    provider.answer = (response) => response.writeHead(200, { 'x-long': 'a'.repeat(17 * 1024) }).end();
    expect(faultOf(await egress.send(sending(url)))).toMatchObject({ fault: 'response_too_large', neverSent: false });
  });
});

describe('a request that is too large reaches nobody', () => {
  it('with a body of more than 64 KiB', async () => {
    const body = 'ы'.repeat(32 * 1024);
    responseOf(await egress.send(sending(url, { method: 'POST', body })));
    expect(provider.heard[0]?.body).toBe(body);
    const answer = await egress.send(sending(url, { method: 'POST', body: `${body}a` }));
    expect(faultOf(answer)).toMatchObject({ fault: 'request_too_large', neverSent: true });
    expect(provider.heard).toHaveLength(1);
  });

  it('with headers of more than 8 KiB, or that are not a procedure\'s to set', async () => {
    const long = await egress.send(sending(url, { headers: [['X-A', 'a'.repeat(9000)]] }));
    expect(faultOf(long)).toMatchObject({ fault: 'request_too_large', neverSent: true });
    const smuggled = await egress.send(sending(url, { headers: [['X-A', 'a\r\n\r\nGET /inside HTTP/1.1']] }));
    expect(faultOf(smuggled)).toMatchObject({ fault: 'header_refused', neverSent: true });
    const host = await egress.send(sending(url, { headers: [['host', 'inside.example']] }));
    expect(faultOf(host)).toMatchObject({ fault: 'header_refused', neverSent: true });
    expect(provider.connections).toBe(0);
  });
});
