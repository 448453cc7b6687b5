import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { PasswordFactor } from '@blitz/factors';
import { newId } from '@blitz/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readField } from './forms.ts';
import { originOf } from './origin-of.ts';
import { Onward } from './onward.ts';
import { PasswordPages } from './password-pages.ts';
import { PasswordParts } from './password-parts.ts';
import { paths, to } from './paths.ts';
import { ReadLogin, type Visit } from './read-login.ts';
import { goTo } from './reply-with.ts';

/** Login and password. Every POST of a browser ends in a redirect, so that reloading never repeats it. */
@Controller('login')
export class PasswordController {
  constructor(
    private readonly readLogin: ReadLogin,
    private readonly password: PasswordFactor,
    private readonly onward: Onward,
    private readonly pages: PasswordPages,
    private readonly parts: PasswordParts,
  ) {}

  @Get('methods/password')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { visit, login } = await this.readLogin.visitAndLogin(request);
    // Another tab typed it already, or even the digits, and the doorway knows what became of them.
    if (login !== undefined || (await this.#isHandedOver(request, visit))) return goTo(request, reply, to(paths.doorway, visit.bo));
    return this.pages.show(request, reply, visit);
  }

  @Post('method/password')
  async enter(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { cookies, tickets, forms } = this.parts.browser;
    const visit = await this.readLogin.visit(request);
    forms.assertOurs(request, visit.browser, '');
    const known = this.parts.known.read(cookies.read(request, 'known'));
    const origin = originOf(request, visit.interaction.clientId);
    const answer = await this.password.check({
      login: readField(request, 'login'),
      password: readField(request, 'password'),
      ...(known === undefined ? {} : { known }),
      origin,
    });
    if (answer.kind !== 'right') return this.pages.refuse(request, reply, visit, answer);
    const { account } = answer;
    const { sub } = account;
    // A new login, whatever this browser carried before: nobody can have planted it.
    const login = await this.parts.doorway.begin(sub, answer.login, origin);
    const ticket = { sub, login: login.id };
    cookies.set(reply, 'login', tickets.write(ticket, visit.browser));
    cookies.clear(reply, 'typed');
    cookies.set(reply, 'known', this.parts.known.write({ sub, browser: known?.sub === sub ? known.browser : newId() }), year);
    return this.onward.from(request, reply, this.readLogin.of(visit, ticket, login, account));
  }

  async #isHandedOver(request: FastifyRequest, { browser }: Visit): Promise<boolean> {
    const ticket = this.readLogin.ticket(request, browser);
    return ticket !== undefined && (await this.parts.doorway.handOver(ticket)).kind !== 'none';
  }

  /** The form sent again by the back button or a reload. */
  @Get('method/password')
  async again(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return goTo(request, reply, to(paths.password, this.readLogin.browserAndPath(request).bo));
  }
}

const year = 31_536_000;
