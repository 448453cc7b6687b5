import { phoneOf, type CallGate, type CallView, type FlashCallSettings } from '@blitz/factors';
import type { Clock } from '@blitz/kernel';
import type { FastifyRequest } from 'fastify';
import { originOf } from './origin-of.ts';
import type { LoginVisit } from './read-login.ts';

/** Why the next press would make no call, for its person: when, and not by what it is counted. */
export type CallRefusal = { readonly kind: 'limited'; readonly until: number; readonly now: number } | { readonly kind: 'not_callable' };

/**
 * What the guards would say to a press, asked whenever a page is drawn: so the page needs no word in its address, and a reload
 * tells how things are now.
 */
export class CallRefusals {
  constructor(
    private readonly gate: CallGate,
    private readonly settings: FlashCallSettings,
    private readonly clock: Clock,
  ) {}

  async find(request: FastifyRequest, { account, interaction }: LoginVisit, view: CallView): Promise<CallRefusal | undefined> {
    const phoneNumber = phoneOf(account, this.settings);
    if (phoneNumber === undefined || !('press' in view)) return undefined;
    const now = this.clock.now();
    const origin = originOf(request, interaction.clientId);
    const verdict = await this.gate.look({ sub: account.sub, phoneNumber, press: view.press, origin }, now);
    if (verdict.kind === 'admitted') return undefined;
    return verdict.kind === 'refused' ? { kind: 'limited', until: verdict.until, now } : verdict;
  }
}
