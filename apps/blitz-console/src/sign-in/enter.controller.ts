import { EnterByLink } from '@blitz/accounts';
import { consoleEnterPage } from '@blitz/pages';
import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FieldsInvalid } from '../api/fields-invalid.ts';
import { assertSameOrigin } from '../session/assert-own-page.ts';
import { ConsoleCookies } from '../session/console-cookies.ts';
import { doorFrame } from './door-frame.ts';
import { doorPaths, refusedPath } from './door-paths.ts';
import { originOf } from '../session/origin-of.ts';

/** The way in by a one-time link of the command line. */
@Controller('console/enter')
export class EnterController {
  @Inject(EnterByLink) private readonly enterByLink!: EnterByLink;
  @Inject(ConsoleCookies) private readonly cookies!: ConsoleCookies;

  @Get()
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const page = consoleEnterPage({ frame: doorFrame(request, doorPaths.enter), action: doorPaths.enter, refusedHref: refusedPath('link_invalid') });
    void reply.type('text/html; charset=utf-8').send(page);
  }

  @Post()
  @HttpCode(200)
  async enter(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    assertSameOrigin(request);
    const token = await this.enterByLink.execute({ token: tokenIn(body), before: this.cookies.session(request), origin: originOf(request) });
    this.cookies.keepSession(reply, token);
    return { location: doorPaths.home };
  }
}

/** @throws FieldsInvalid */
function tokenIn(body: unknown): string {
  const token: unknown = typeof body === 'object' && body !== null && 'token' in body ? body.token : undefined;
  if (typeof token !== 'string') throw new FieldsInvalid([{ pointer: '/body/token', rule: 'type', expected: 'must be string' }]);
  return token;
}
