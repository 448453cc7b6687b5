import type { LookupAddress } from 'node:dns';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AxiosEgress } from '@blitz/telephony';
import { faultOf, providerName, responseOf, sending } from './asking.ts';
import { Provider } from './provider.ts';

/** Stand for a server outside and one in our own network, on the same port. All of 127.0.0.0/8 is this machine. */
const [outsideAddress, insideAddress, closedAddress] = ['127.0.0.2', '127.0.0.3', '127.0.0.4'];
let outside: Provider;
let inside: Provider;
let egress: AxiosEgress;
let url: string;
let answers: readonly string[];
let asked = 0;

const at = (address: string): LookupAddress => ({ address, family: 4 });
const open = (...allowAddresses: string[]): AxiosEgress =>
  new AxiosEgress({
    allowAddresses,
    allowHttp: [providerName, 'second.example'].map((name) => `${name}:${outside.port}`),
    resolve: () => {
      asked += 1;
      return Promise.resolve(answers.map(at));
    },
  });

beforeEach(async () => {
  outside = await Provider.plain(outsideAddress);
  inside = await Provider.plain(insideAddress, outside.port);
  egress = open(outsideAddress);
  url = `http://${providerName}:${outside.port}/`;
  answers = [outsideAddress];
  asked = 0;
});
afterEach(async () => {
  egress.close();
  await outside.closes();
  await inside.closes();
});

describe('a name that leads outside first and inside then (security 26)', () => {
  it('is connected to as checked: nobody asks for it a second time', async () => {
    answers = [outsideAddress];
    const sent = egress.send(sending(url));
    answers = [insideAddress];
    responseOf(await sent);
    expect([asked, outside.heard.length, inside.connections]).toEqual([1, 1, 0]);
  });

  it('is judged again for the next request, though a connection was kept', async () => {
    responseOf(await egress.send(sending(url)));
    answers = [insideAddress];
    expect(faultOf(await egress.send(sending(url)))).toMatchObject({ fault: 'address_refused', neverSent: true });
    answers = [outsideAddress, insideAddress];
    expect(faultOf(await egress.send(sending(url))).fault).toBe('address_refused');
    expect([outside.heard.length, inside.connections]).toEqual([1, 0]);
  });

  it('is refused on the first request, too', async () => {
    answers = [insideAddress];
    expect(faultOf(await egress.send(sending(url))).fault).toBe('address_refused');
    expect(inside.connections).toBe(0);
  });
});

describe('a kept connection', () => {
  it('is used again for the same host at the same address', async () => {
    responseOf(await egress.send(sending(url)));
    responseOf(await egress.send(sending(url)));
    expect([outside.heard.length, outside.connections]).toEqual([2, 1]);
  });

  it('is not used when the host has moved', async () => {
    egress.close();
    egress = open(outsideAddress, insideAddress);
    responseOf(await egress.send(sending(url)));
    answers = [insideAddress];
    responseOf(await egress.send(sending(url)));
    expect([outside.heard.length, inside.heard.length]).toEqual([1, 1]);
  });

  it('is not used for another host at the same address', async () => {
    responseOf(await egress.send(sending(url)));
    responseOf(await egress.send(sending(url.replace(providerName, 'second.example'))));
    expect([outside.heard.length, outside.connections]).toEqual([2, 2]);
  });
});

it('a host with several addresses is reached while one of them listens', async () => {
  egress.close();
  egress = open('127.0.0.0/8');
  answers = [closedAddress, outsideAddress];
  responseOf(await egress.send(sending(url)));
  expect(outside.heard).toHaveLength(1);
});

it('requests of the same moment share one look-up, and the next one is a new one', async () => {
  await Promise.all([1, 2, 3].map(() => egress.send(sending(url))));
  expect(asked).toBe(1);
  await egress.send(sending(url));
  expect(asked).toBe(2);
});
