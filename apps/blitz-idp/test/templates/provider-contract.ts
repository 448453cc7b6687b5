import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@blitz/procedures';
import { Provider, token } from './provider.ts';
import { Caller } from './caller.ts';
import type { Outcome } from './caller.ts';
import { newOrder } from './new-order.ts';

export interface Expected {
  readonly id: string;
  readonly codeLength: number;
  /** The *Code length* that it can't serve, if there is one: nothing may be sent then. */
  readonly unfitLength?: number;
  /** Whether the provider is told a code of ours, and may answer with another. */
  readonly passesCode?: true;
  /** Whether the answer of the template tells the code: those that verify it themselves don't. */
  readonly verifies?: true;
  /** Whether the digits come from the provider's answer; if not, nothing in it can cut them short. */
  readonly digitsOfOurs?: true;
}

const digitsIn = (outcome: Outcome): string => {
  if (outcome.kind !== 'ok') throw new Error(`${outcome.kind}: ${JSON.stringify(outcome)}`);
  const code = outcome.value['code'];
  return typeof code === 'string' ? code.replace(/[^0-9]/g, '') : '';
};

/** What every template owes to those who use it, tried against the simulator that speaks its provider's protocol. */
export function describeTemplate({ id, codeLength, unfitLength, passesCode, verifies, digitsOfOurs }: Expected): void {
  describe(`the template ${id}`, () => {
    let provider: Provider;
    beforeAll(async () => {
      provider = await Provider.start();
    });
    afterAll(() => provider.simulator.close());

    const treated = async (behaviour: string, timeoutMs?: number) => {
      const order = newOrder(codeLength);
      await provider.behaves(order.phone_number, behaviour, behaviour === 'slow' ? 30 : undefined);
      const caller = await Caller.of(provider, id);
      const outcome = await caller.asks('run', order, timeoutMs);
      return { outcome, order, sent: caller.sent, caller };
    };

    /** The code that a person would read from the phone, and whether the template's answer says the same. */
    const knowsTheCode = async (outcome: Outcome, phone: string): Promise<boolean> => {
      const { from } = await provider.lastCallTo(phone);
      if (from === null) throw new Error('nobody was called');
      if (!verifies) return digitsIn(outcome).slice(-codeLength) === from.slice(-codeLength);
      if (outcome.kind !== 'ok') throw new Error(JSON.stringify(outcome));
      const call = outcome.value['check'] as JsonObject;
      const verdict = (typed: string) => Caller.of(provider, id).then((caller) => caller.asks('check', { typed, call, phone_number: phone }));
      const wrong = ((Number(from.slice(-codeLength)) + 1) % 10 ** codeLength).toString().padStart(codeLength, '0');
      expect(await verdict(wrong)).toMatchObject({ kind: 'ok', value: { right: false } });
      expect(await verdict(from.slice(-codeLength))).toMatchObject({ kind: 'ok', value: { right: true } });
      return true;
    };

    const callsTo = async (phone: string) => (await provider.callsTo(phone)).map(({ state }) => state);

    it.each(['normal', 'slow', 'busy', 'leading-zeros', 'other-code'])('%s: rings once, and the code is what the phone shows', async (behaviour) => {
      const { outcome, order } = await treated(behaviour);
      expect(await knowsTheCode(outcome, order.phone_number)).toBe(true);
      expect(await callsTo(order.phone_number)).toHaveLength(1);
      if (behaviour === 'leading-zeros' && !digitsOfOurs && !verifies) expect(digitsIn(outcome).slice(-codeLength)).toMatch(/^0/);
    });

    if (passesCode) {
      it('asks for the code that was drawn, and takes what was answered', async () => {
        const usual = await treated('normal');
        expect(digitsIn(usual.outcome)).toMatch(new RegExp(`${usual.order.code}$`));
        const { outcome, order } = await treated('other-code');
        if (digitsOfOurs) return;
        expect(digitsIn(outcome)).not.toMatch(new RegExp(`${order.code}$`));
      });
    }

    it('refuses: the provider’s own refusal says that nobody was called', async () => {
      const { outcome, order } = await treated('refuses');
      expect(outcome.kind).toBe('refused');
      expect((await callsTo(order.phone_number)).filter((state) => state !== 'failed')).toEqual([]);
    });

    it.each(['rate-limited-429', 'redirect'])('%s: nobody was called, and nothing is followed', async (behaviour) => {
      const { outcome, order } = await treated(behaviour);
      expect(outcome).toMatchObject({ kind: 'refused', code: 'request_refused' });
      expect(await callsTo(order.phone_number)).toEqual(['failed']);
    });

    it('error-500: nobody knows whether the phone rang', async () => {
      expect((await treated('error-500')).outcome).toMatchObject({ kind: 'error', code: 'wrong_http_status', details: { status: '500' } });
    });

    it('no-sender-id: a field that is missing is named, and is no code', async () => {
      const { outcome } = await treated('no-sender-id');
      expect(outcome).toMatchObject({ kind: 'fault', fault: 'threw' });
      expect(outcome.kind === 'fault' && outcome.message).toMatch('it is missing');
    });

    it('bad-json: an answer that can’t be read is no code', async () => {
      expect((await treated('bad-json')).outcome).toMatchObject({ kind: 'fault', fault: 'threw' });
    });

    it('hangs, drops-connection: an answer that never comes is no code', async () => {
      expect((await treated('hangs', 200)).outcome).toMatchObject({ kind: 'fault', fault: 'timeout' });
      expect((await treated('drops-connection')).outcome).toMatchObject({ kind: 'fault', fault: 'broken_off' });
    });

    if (!verifies && !digitsOfOurs) {
      it('R4 short-number, number-with-letters: the digits are handed on as they are', async () => {
        expect(digitsIn((await treated('short-number')).outcome)).toHaveLength(2);
        const { outcome, order } = await treated('number-with-letters');
        expect(await knowsTheCode(outcome, order.phone_number)).toBe(true);
      });
    }

    it('a wrong secret is a refusal, and rings nobody', async () => {
      const order = newOrder(codeLength);
      const outcome = await (await Caller.of(provider, id, 'another token')).asks('run', order);
      expect(outcome.kind).toBe('refused');
      expect(await callsTo(order.phone_number)).toEqual([]);
    });

    if (unfitLength !== undefined) {
      it('a code of a length that the provider can’t serve is refused before anything is sent', async () => {
        const caller = await Caller.of(provider, id);
        const outcome = await caller.asks('run', newOrder(unfitLength));
        expect(outcome).toMatchObject({ kind: 'refused', code: 'code_length_unfit' });
        expect(caller.sent).toEqual([]);
      });
    }

    it('R14 no address has a secret, a number or a code in it, and no failure tells one', async () => {
      const told: unknown[] = [];
      for (const behaviour of ['normal', 'refuses', 'error-500', 'no-sender-id', 'bad-json']) {
        const { outcome, sent, order } = await treated(behaviour);
        const secret = [token, encodeURIComponent(token), Buffer.from(token).toString('base64')];
        const private_ = [...secret, order.phone_number.slice(1), order.code];
        told.push(...sent.map(({ url }) => url.slice(provider.url.length)), ...(outcome.kind === 'ok' ? [] : [outcome]));
        for (const each of private_) expect(JSON.stringify(told)).not.toContain(each);
      }
      expect(told.length).toBeGreaterThanOrEqual(9);
    });
  });
}
