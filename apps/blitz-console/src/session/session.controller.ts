import { ConsoleSessions, FindConsolePerson } from '@blitz/accounts';
import { AuditTrail } from '@blitz/audit';
import { Clock, DomainError } from '@blitz/kernel';
import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccessErrorCode } from '../access/access-error.ts';
import { assertOwnPage } from './assert-own-page.ts';
import { ConsoleCookies } from './console-cookies.ts';
import { describeSession } from './describe-session.ts';
import { doorPaths } from '../sign-in/door-paths.ts';
import { IdentityProvider } from '../sign-in/identity-provider.ts';
import { originOf } from './origin-of.ts';

/** The session of this browser: for the pages. */
@Controller('console')
export class SessionController {
  @Inject(ConsoleCookies) private readonly cookies!: ConsoleCookies;
  @Inject(ConsoleSessions) private readonly sessions!: ConsoleSessions;
  @Inject(FindConsolePerson) private readonly findPerson!: FindConsolePerson;
  @Inject(IdentityProvider) private readonly provider!: IdentityProvider;
  @Inject(AuditTrail) private readonly audit!: AuditTrail;
  @Inject(Clock) private readonly clock!: Clock;

  @Get('session')
  async tell(@Req() request: FastifyRequest): Promise<object> {
    const token = this.cookies.session(request);
    const person = token === undefined ? undefined : await this.findPerson.execute(token);
    if (token === undefined || person === undefined) throw new DomainError<AccessErrorCode>('authentication_required');
    return describeSession(person, token, this.clock.now());
  }

  /** Answers where the browser has to go for the session at blitz-idp to end, too. Ours has ended by then, whatever becomes of that. */
  @Post('logout')
  @HttpCode(200)
  async logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const token = this.cookies.session(request);
    if (token === undefined) return { location: doorPaths.loggedOut };
    assertOwnPage(request, token);
    const person = await this.findPerson.execute(token);
    await this.sessions.end(token);
    this.cookies.forgetSession(reply);
    if (person === undefined) return { location: doorPaths.loggedOut };
    const { sub, enteredBy } = person.session;
    this.audit.record({ ...originOf(request), type: 'administrator_left', at: this.clock.now(), sub });
    if (enteredBy === 'link') return { location: doorPaths.loggedOut };
    return { location: await this.provider.logoutAddress().catch(() => doorPaths.loggedOut) };
  }
}
