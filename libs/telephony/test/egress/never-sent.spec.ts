import type { Socket } from 'node:net';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { AxiosEgress, type EgressPolicy } from '@blitz/telephony';
import type { EgressFault } from '@blitz/procedures';
import { faultOf, localEgress, providerName, responseOf, sending } from './asking.ts';
import { Provider } from './provider.ts';

/** Time is moved when a server has seen what it waits for: nobody sleeps, and the real limits are tried. */
const movable = (): void => {
  jest.useFakeTimers({ now: 0, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance', 'Date'] });
};
const open: Provider[] = [];
afterEach(async () => {
  jest.useRealTimers();
  for (const provider of open.splice(0)) await provider.closes();
});

async function raw(onConnection: (socket: Socket) => void): Promise<Provider> {
  const provider = await Provider.raw(onConnection);
  open.push(provider);
  return provider;
}
async function plain(answer: Provider['answer']): Promise<Provider> {
  const provider = await Provider.plain();
  provider.answer = answer;
  open.push(provider);
  return provider;
}
async function failing(port: number, scheme: 'http' | 'https', policy: EgressPolicy = {}): Promise<Pick<EgressFault, 'fault' | 'neverSent'>> {
  const egress = localEgress(port, policy);
  const { fault, neverSent } = faultOf(await egress.send(sending(`${scheme}://${providerName}:${port}/`, { timeoutMs: 60_000 })));
  egress.close();
  return { fault, neverSent };
}
const rejecting = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

describe('R13 surely not sent', () => {
  it('a port where nobody listens', async () => {
    const gone = await Provider.plain();
    await gone.closes();
    expect(await failing(gone.port, 'http')).toEqual({ fault: 'unreachable', neverSent: true });
    expect(await failing(gone.port, 'https')).toEqual({ fault: 'unreachable', neverSent: true });
  });

  it.each([
    ['ENOTFOUND', 'name_unknown'],
    ['ENODATA', 'name_unknown'],
    ['EAI_AGAIN', 'unreachable'],
    ['ETIMEOUT', 'unreachable'],
  ])('a name that could not be looked up (%s)', async (code, fault) => {
    expect(await failing(443, 'https', { resolve: rejecting(code) })).toEqual({ fault, neverSent: true });
  });

  it('a name that the system does not know', async () => {
    const egress = new AxiosEgress();
    const { fault, neverSent } = faultOf(await egress.send(sending('https://no-such-host.invalid/')));
    // Without any network the system can't even ask.
    expect(['name_unknown', 'unreachable']).toContain(fault);
    expect(neverSent).toBe(true);
  });

  it('several addresses where nobody listens, and the reason is told', async () => {
    const gone = await Provider.plain();
    await gone.closes();
    const egress = localEgress(gone.port, { resolve: () => Promise.resolve(['127.0.0.1', '127.0.0.4'].map((address) => ({ address, family: 4 }))) });
    const answer = faultOf(await egress.send(sending(`https://${providerName}:${gone.port}/`)));
    expect(answer).toMatchObject({ neverSent: true, message: `no connection to ${providerName}:${gone.port}: ECONNREFUSED` });
  });

  it('a resolver that breaks', async () => {
    const resolve = (): never => {
      throw new Error('broken');
    };
    expect(await failing(443, 'https', { resolve })).toEqual({ fault: 'unreachable', neverSent: true });
  });

  it('a name server that never answers: given up after 10 seconds', async () => {
    movable();
    const resolve = (): Promise<never> => {
      setImmediate(() => jest.advanceTimersByTime(10_000));
      return new Promise(() => undefined);
    };
    expect(await failing(443, 'https', { resolve })).toEqual({ fault: 'unreachable', neverSent: true });
  });

  it('a network that leads nowhere', async () => {
    const nowhere = { connectMs: 50, allowAddresses: ['192.0.2.0/24'], resolve: () => Promise.resolve([{ address: '192.0.2.1', family: 4 }]) };
    expect(await failing(443, 'https', nowhere)).toEqual({ fault: 'unreachable', neverSent: true });
  });

  it('no time left', async () => {
    const egress = localEgress(1);
    for (const timeoutMs of [0, -1, Number.NaN]) {
      const answer = faultOf(await egress.send(sending(`http://${providerName}:1/`, { timeoutMs })));
      expect(answer).toMatchObject({ fault: 'timeout', neverSent: true });
    }
  });

  it('a server that closes in the middle of the TLS handshake', async () => {
    const { port } = await raw((socket) => socket.once('data', () => socket.destroy()));
    expect(await failing(port, 'https')).toEqual({ fault: 'tls_failed', neverSent: true });
  });

  it('a server that says nothing to the TLS handshake: given up after 10 seconds', async () => {
    movable();
    const { port } = await raw((socket) => socket.once('data', () => jest.advanceTimersByTime(10_000)));
    expect(await failing(port, 'https')).toEqual({ fault: 'timeout', neverSent: true });
  });

  it('a server that speaks no TLS', async () => {
    const provider = await plain((response) => response.end());
    expect(await failing(provider.port, 'https')).toEqual({ fault: 'tls_failed', neverSent: true });
    expect(provider.heard).toEqual([]);
  });
});

describe('R13 in doubt, and in doubt it was called', () => {
  it('a server that accepts and closes', async () => {
    const { port } = await raw((socket) => socket.destroy());
    expect(await failing(port, 'http')).toEqual({ fault: 'broken_off', neverSent: false });
  });

  it('a server that reads and closes', async () => {
    const { port } = await raw((socket) => socket.once('data', () => socket.end()));
    expect(await failing(port, 'http')).toEqual({ fault: 'broken_off', neverSent: false });
  });

  it('a server that never answers: cut off after 30 seconds', async () => {
    movable();
    const { port } = await plain(() => jest.advanceTimersByTime(30_000));
    expect(await failing(port, 'http')).toEqual({ fault: 'timeout', neverSent: false });
  });

  it('a server that answers in the last moment is heard: the limit of connecting is over when the request is out', async () => {
    movable();
    const { port } = await plain((response) => {
      jest.advanceTimersByTime(29_999);
      response.end('late');
    });
    const egress = localEgress(port);
    const answer = await egress.send(sending(`http://${providerName}:${port}/`, { timeoutMs: 60_000 }));
    expect(responseOf(answer).text).toBe('late');
    egress.close();
  });

  it('what is left of the call\'s time, when it is less', async () => {
    movable();
    const { port } = await plain(() => jest.advanceTimersByTime(1_500));
    const egress = localEgress(port);
    const answer = await egress.send(sending(`http://${providerName}:${port}/`, { timeoutMs: 1_500 }));
    expect(faultOf(answer)).toMatchObject({ fault: 'timeout', neverSent: false });
    egress.close();
  });

  it.each([
    ['headers', 'HTTP/1.1 200 OK\r\nX-A: ', 'a'],
    ['a body', 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n', 'a'],
    ['a body in chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', '1\r\na\r\n'],
    ['early hints without end', '', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
  ])('%s that drip: cut off after 30 seconds', async (_what, head, drop) => {
    movable();
    const { port } = await raw((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.write(head, () => drip(socket, drop, 0)));
    });
    expect(await failing(port, 'http')).toEqual({ fault: 'timeout', neverSent: false });
  });

  it.each([
    ['half a body', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf', 'broken_off'],
    ['half a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nhalf', 'broken_off'],
    ['half the headers', 'HTTP/1.1 200 OK\r\nContent-', 'broken_off'],
    ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n', 'broken_off'],
    ['what is not HTTP', '220 mail.example ESMTP\r\n', 'response_unreadable'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 'response_unreadable'],
    ['length and chunks', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 'response_unreadable'],
  ])('%s', async (_what, bytes, fault) => {
    const { port } = await raw((socket) => socket.once('data', () => socket.end(bytes)));
    expect(await failing(port, 'http')).toEqual({ fault, neverSent: false });
  });

  it('R3 a kept connection that ends without an answer: nothing is sent a second time', async () => {
    const provider = await plain((response) => (provider.heard.length === 1 ? response.end() : response.socket?.destroy()));
    const egress = localEgress(provider.port);
    const send = () => egress.send(sending(`http://${providerName}:${provider.port}/`, { method: 'POST', body: '{}' }));
    responseOf(await send());
    expect(faultOf(await send())).toMatchObject({ fault: 'broken_off', neverSent: false });
    expect([provider.heard.length, provider.connections]).toEqual([2, 1]);
    egress.close();
  });
});

function drip(socket: Socket, drop: string, count: number): void {
  if (socket.destroyed) return;
  socket.write(drop);
  if (count === 60) jest.advanceTimersByTime(30_000);
  setImmediate(() => drip(socket, drop, count + 1));
}
