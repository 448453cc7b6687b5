import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EgressAnswer, Sending } from '@blitz/procedures';
import { faultOf, providerName, responseOf, sending } from './asking.ts';
import { certificateFor, Provider } from './provider.ts';

const script = fileURLToPath(new URL('sending-process.mjs', import.meta.url));
let plain: Provider;
let secure: Provider;
let proxy: Provider;
beforeEach(async () => {
  plain = await Provider.plain();
  secure = await Provider.tls(await certificateFor(providerName));
  proxy = await Provider.plain();
});
afterEach(() => Promise.all([plain, secure, proxy].map((each) => each.closes())));

async function sends(environment: Readonly<Record<string, string>>, ...sendings: readonly Sending[]): Promise<readonly EgressAnswer[]> {
  const policy = { allowHttp: [`${providerName}:${plain.port}`], allowAddresses: ['127.0.0.0/8'] };
  const env = { ...process.env, NODE_OPTIONS: '', ...environment };
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify({ policy, sendings })], { env, timeout: 25_000 });
  return JSON.parse(stdout) as EgressAnswer[];
}
const toPlain = (): Sending => sending(`http://${providerName}:${plain.port}/call`);
const toSecure = (): Sending => sending(`https://${providerName}:${secure.port}/call`);

describe('the environment', () => {
  it('names proxies, and none is asked', async () => {
    const address = `http://127.0.0.1:${proxy.port}`;
    const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'];
    const proxies = Object.fromEntries(names.map((name) => [name, address]));
    const answers = await sends({ ...proxies, NO_PROXY: '', no_proxy: '', NODE_USE_ENV_PROXY: '1' }, toPlain(), toSecure());
    expect(answers.map(({ kind }) => kind)).toEqual(['response', 'fault']);
    expect([plain.heard.length, secure.connections, proxy.connections]).toEqual([1, 1, 0]);
  });

  it('says that certificates need no check, and they are checked', async () => {
    const [answer] = await sends({ NODE_TLS_REJECT_UNAUTHORIZED: '0' }, toSecure());
    expect(answer).toMatchObject({ fault: 'tls_failed', neverSent: true });
    expect([secure.connections, secure.heard.length]).toEqual([1, 0]);
  });

  it('says that answers may be malformed and their headers long, and they may not', async () => {
    const lenient = { NODE_OPTIONS: '--insecure-http-parser --max-http-header-size=1000000' };
    plain.answer = (response) => response.setHeader('X-Long', 'a'.repeat(17 * 1024)).end();
    const [long] = await sends(lenient, toPlain());
    expect(long).toMatchObject({ fault: 'response_too_large' });
    plain.answer = (response) => response.socket?.end('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n');
    const [malformed] = await sends(lenient, toPlain());
    expect(malformed).toMatchObject({ fault: 'response_unreadable' });
  });
});

it('a process whose requests are answered can end: nothing of them keeps it alive', async () => {
  const [answer, refused] = await sends({}, toPlain(), sending('https://10.0.0.1/', { hosts: ['10.0.0.1'] }));
  expect(answer && responseOf(answer).text).toBe('{}');
  expect(refused && faultOf(refused).fault).toBe('address_refused');
});
