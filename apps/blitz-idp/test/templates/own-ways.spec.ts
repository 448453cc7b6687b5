import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@blitz/procedures';
import { Provider } from './provider.ts';
import { Caller } from './caller.ts';
import { newOrder } from './new-order.ts';

/** Somebody who hears callbacks, and lets a test wait for the next one. */
class Listener {
  readonly #server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      response.end();
      this.#heard.push(JSON.parse(text));
      this.#wake?.();
    });
  });
  readonly #heard: unknown[] = [];
  #wake: (() => void) | undefined;

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/status`;
  }

  async next(): Promise<unknown> {
    if (this.#heard.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#heard.shift();
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

describe('what single providers do in their own way', () => {
  let provider: Provider;
  const listener = new Listener();
  let callbackUrl = '';
  beforeAll(async () => {
    provider = await Provider.start();
    callbackUrl = await listener.start();
  });
  afterAll(async () => {
    listener.close();
    await provider.simulator.close();
  });

  const callOf = async (caller: Caller, order: JsonObject): Promise<JsonObject> => {
    const outcome = await caller.asks('run', order);
    if (outcome.kind !== 'ok') throw new Error(JSON.stringify(outcome));
    return outcome.value;
  };
  const stateOf = async (phone: string) => (await provider.lastCallTo(phone)).state;
  const does = async (phone: string, deed: string) => {
    const { id } = await provider.lastCallTo(phone);
    await provider.fetch(`/api/calls/${id}/${deed}`, { method: 'POST' });
  };

  it.each(['+4915112345678', '+390612345678', '+76123', '+7900123456789'])('the vendor’s example refuses %s: ten digits would ring somebody else', async (phone_number) => {
    const caller = await Caller.of(provider, 'vendor-example');
    expect(await caller.asks('run', { ...newOrder(4), phone_number })).toMatchObject({ kind: 'refused', code: 'number_foreign' });
    expect(caller.sent).toEqual([]);
  });

  it('uCaller answers a repeated request with the first call', async () => {
    const caller = await Caller.of(provider, 'ucaller');
    const order = newOrder(4);
    await provider.behaves(order.phone_number, 'other-code');
    const first = await callOf(caller, order);
    expect(await callOf(caller, order)).toEqual(first);
    expect(await provider.callsTo(order.phone_number)).toHaveLength(1);
  });

  it('Asterisk refuses to make a channel twice; the template knows that it was made', async () => {
    const caller = await Caller.of(provider, 'asterisk-ari');
    const order = newOrder(4);
    await callOf(caller, order);
    expect(await caller.asks('run', order)).toMatchObject({ kind: 'error', details: { status: '409' } });
    expect(await provider.callsTo(order.phone_number)).toHaveLength(1);
  });

  it('Asterisk calls from the pool, by the number that was drawn', async () => {
    const caller = await Caller.of(provider, 'asterisk-ari');
    const codes = new Set<unknown>();
    for (const random of [0, 0.3, 0.6, 0.999_999]) codes.add((await callOf(caller, { ...newOrder(4), random }))['code']);
    expect(codes.size).toBe(4);
  });

  it.each(['asterisk-ari', 'bird'])('%s ends the ringing, and minds nothing when it is over already', async (id) => {
    const caller = await Caller.of(provider, id);
    const order = newOrder(4);
    const { call = {} } = await callOf(caller, order);
    expect(await stateOf(order.phone_number)).toBe('ringing');
    expect((await caller.asks('hangUp', { request_id: order.request_id, call })).kind).toBe('ok');
    expect(await stateOf(order.phone_number)).toBe('missed');
    expect((await caller.asks('hangUp', { request_id: order.request_id, call })).kind).toBe('ok');
    expect(caller.sent.map(({ ringsNobody }) => ringsNobody)).toEqual([false, true, true]);
  });

  it('SMSINT is asked first whether it would call: that request rings nobody', async () => {
    const caller = await Caller.of(provider, 'smsint');
    const order = newOrder(4);
    await callOf(caller, order);
    expect(caller.sent.map(({ ringsNobody }) => ringsNobody)).toEqual([true, false]);
    expect(await provider.callsTo(order.phone_number)).toHaveLength(1);
    expect(await caller.makes('run', { success: false }, order)).toMatchObject({ kind: 'fault' });
  });

  it('MCN: a call that would ring at another phone is a failure that counts', async () => {
    const caller = await Caller.of(provider, 'mcn');
    const forwarded = { ok: true, caller_number: '78431234567', verification_uuid: 'x', is_redirect: true };
    expect(await caller.makes('run', forwarded, newOrder(4))).toMatchObject({ kind: 'error', code: 'call_forwarded' });
  });

  it.each(['sinch', 'telesign', 'telnyx'])('%s can’t say anything about a call that it never made', async (id) => {
    const caller = await Caller.of(provider, id);
    const call = { id: 'no-such-call' };
    expect(await caller.asks('check', { typed: '12345', call, phone_number: '+79160000000' })).toMatchObject({ kind: 'error' });
  });

  it('Sinch: a verification that is over is no verdict', async () => {
    const caller = await Caller.of(provider, 'sinch');
    expect(await caller.makes('check', { status: 'DENIED' })).toMatchObject({ kind: 'error', code: 'verification_over' });
  });

  it('Asterisk’s events, relayed: the phone rings, is answered', async () => {
    const caller = await Caller.of(provider, 'asterisk-ari');
    const order = newOrder(4);
    await callOf(caller, { ...order, callback_url: callbackUrl });
    expect(await caller.makes('status', await listener.next())).toMatchObject({ kind: 'ok', value: { state: 'ringing' } });
    await does(order.phone_number, 'answer');
    expect(await caller.makes('status', await listener.next())).toMatchObject({ kind: 'ok', value: { state: 'answered' } });
    await does(order.phone_number, 'hangup');
    expect(await caller.makes('status', await listener.next())).toEqual(expect.objectContaining({ kind: 'ok', value: {} }));
  });

  it.each([[17, 'busy'], [21, 'busy'], [1, 'unreachable'], [20, 'unreachable'], [16, undefined]])('Asterisk’s cause %i is %s', async (cause, state) => {
    const caller = await Caller.of(provider, 'asterisk-ari');
    const outcome = await caller.makes('status', { type: 'ChannelDestroyed', cause });
    expect(outcome.kind === 'ok' && outcome.value['state']).toBe(state);
  });

  it.each([['normal', 'ringing'], ['busy', 'unreachable']])('i-Digital’s callback about a call that went %s says %s', async (behaviour, state) => {
    const caller = await Caller.of(provider, 'i-digital');
    const order = newOrder(4);
    await provider.behaves(order.phone_number, behaviour);
    await callOf(caller, { ...order, callback_url: callbackUrl });
    expect(await caller.makes('status', await listener.next())).toMatchObject({ kind: 'ok', value: { state } });
  });

  it('i-Digital: a status that tells nothing about the phone is passed over', async () => {
    const caller = await Caller.of(provider, 'i-digital');
    for (const body of [[], [{ status: 'sent' }], [{ status: 'constructor' }]]) {
      expect(await caller.makes('status', body)).toMatchObject({ kind: 'ok', value: {} });
    }
  });

  it.each(['file:///etc/passwd', 'not an address', 'http://127.0.0.1:1/'])('a callback address that leads nowhere (%s) disturbs no call', async (callback_url) => {
    const caller = await Caller.of(provider, 'i-digital');
    const order = { ...newOrder(4), callback_url };
    await callOf(caller, order);
    expect(await stateOf(order.phone_number)).toBe('ringing');
  });
});
