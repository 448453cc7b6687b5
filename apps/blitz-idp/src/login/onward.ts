import type { NextStep } from '@blitz/factors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Interactions } from '../oidc/interactions.ts';
import type { BrowserParts } from './browser-parts.ts';
import type { Doorway, Whereabouts } from './doorway.ts';
import type { FinishLogin } from './finish-login.ts';
import { originOf } from './origin-of.ts';
import { paths, to } from './paths.ts';
import type { LoginVisit } from './read-login.ts';
import { goTo } from './reply-with.ts';

/** Leads a login on: to the page of its next step, or back to the application when there is none. */
export class Onward {
  constructor(
    private readonly doorway: Doorway,
    private readonly finishLogin: FinishLogin,
    private readonly browser: BrowserParts,
    private readonly interactions: Interactions,
  ) {}

  async from(request: FastifyRequest, reply: FastifyReply, visit: LoginVisit): Promise<void> {
    const { next, trusted } = await this.#whereabouts(request, visit);
    if (next.step !== 'finish') return goTo(request, reply, pathOf(next, visit.bo));
    await this.interactions.replaceOthers(request.raw, reply.raw, visit.interaction.uid, visit.login.sub);
    const returnTo = await this.finishLogin.execute(visit, trusted, originOf(request, visit.interaction.clientId));
    this.browser.cookies.clear(reply, 'login');
    return goTo(request, reply, returnTo);
  }

  /** Whether the question about trust is what this login needs next. */
  async leadsToTrust(request: FastifyRequest, visit: LoginVisit): Promise<boolean> {
    return (await this.#whereabouts(request, visit)).next.step === 'trust';
  }

  #whereabouts(request: FastifyRequest, visit: LoginVisit): Promise<Whereabouts> {
    const origin = originOf(request, visit.interaction.clientId);
    return this.doorway.whereabouts(visit, this.browser.cookies.read(request, 'trusted'), origin);
  }
}

function pathOf(next: Exclude<NextStep, { step: 'finish' }>, bo: string): string {
  if (next.step === 'trust') return to(paths.trust, bo);
  const first = next.step === 'factor' ? next.methods[0] : undefined;
  return first === 'flashCall' ? to(paths.flashCall, bo) : to(paths.methods, bo);
}
