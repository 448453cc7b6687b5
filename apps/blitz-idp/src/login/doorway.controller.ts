import { setTimeout as delay } from 'node:timers/promises';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Interactions } from '../oidc/interactions.ts';
import { BrowserParts } from './browser-parts.ts';
import { Doorway } from './doorway.ts';
import { Onward } from './onward.ts';
import { originOf } from './origin-of.ts';
import { paths, to } from './paths.ts';
import { ReadLogin, type Visit } from './read-login.ts';
import { goTo } from './reply-with.ts';

/** `/login` knows where a login stands and leads there; giving up leads back to the application. */
@Controller('login')
export class DoorwayController {
  constructor(
    private readonly readLogin: ReadLogin,
    private readonly doorway: Doorway,
    private readonly onward: Onward,
    private readonly interactions: Interactions,
    private readonly browser: BrowserParts,
  ) {}

  @Get()
  async enter(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { visit, login } = await this.readLogin.visitAndLogin(request);
    if (login !== undefined) return this.onward.from(request, reply, login);
    if (await this.#takesOver(request, reply, visit)) return goTo(request, reply, to(paths.doorway, visit.bo));
    if (await this.#loggedInMeanwhile(request, reply, visit)) return goTo(request, reply, visit.interaction.returnTo);
    const stepUp = await this.doorway.stepUp(visit, originOf(request, visit.interaction.clientId));
    if (stepUp === undefined) return goTo(request, reply, to(paths.password, visit.bo));
    this.browser.cookies.set(reply, 'login', this.browser.tickets.write(stepUp, visit.browser));
    return goTo(request, reply, to(paths.doorway, visit.bo));
  }

  @Post('cancel')
  async cancel(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { visit, login } = await this.readLogin.visitAndLogin(request);
    this.browser.forms.assertOurs(request, visit.browser, login?.login.id ?? '');
    await this.doorway.giveUp(login?.login, originOf(request, visit.interaction.clientId));
    await this.interactions.refuse(visit.interaction.uid);
    this.browser.cookies.clear(reply, 'login');
    return goTo(request, reply, visit.interaction.returnTo);
  }

  /**
   * The answer to the right digits was lost: its cookie is sent once more. While it may still arrive, the browser waits and comes
   * again, with the cookie that it has by then.
   *
   * @returns whether the way begins anew at this door
   */
  async #takesOver(request: FastifyRequest, reply: FastifyReply, { browser }: Visit): Promise<boolean> {
    const ticket = this.readLogin.ticket(request, browser);
    if (ticket === undefined) return false;
    const verdict = await this.doorway.handOver(ticket);
    if (verdict.kind === 'none') return false;
    const { cookies, tickets } = this.browser;
    if (verdict.kind === 'soon') await delay(verdict.inMs);
    else cookies.set(reply, 'login', tickets.write({ sub: ticket.sub, login: verdict.login }, browser));
    return true;
  }

  /** Another tab of this browser got through in the meantime: this one goes on with its session. */
  async #loggedInMeanwhile(request: FastifyRequest, reply: FastifyReply, { interaction }: Visit): Promise<boolean> {
    if (interaction.reasons.some((reason) => reason !== 'no_session')) return false;
    return (await this.interactions.sessionOf(request.raw, reply.raw)) !== undefined;
  }
}
