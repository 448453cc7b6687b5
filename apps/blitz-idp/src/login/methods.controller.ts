import { Controller, Get, Req, Res } from '@nestjs/common';
import { methodsPage, noFactorPage } from '@blitz/pages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FlashCallPages } from './flash-call-pages.ts';
import { Frames } from './frames.ts';
import { paths, to } from './paths.ts';
import { ReadLogin } from './read-login.ts';
import { goTo, replyWith } from './reply-with.ts';

/** The choice of second factors; and what to do for those who have none. */
@Controller('login/methods2')
export class MethodsController {
  constructor(
    private readonly readLogin: ReadLogin,
    private readonly frames: Frames,
    private readonly pages: FlashCallPages,
  ) {}

  @Get()
  async choose(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { visit, login } = await this.readLogin.visitAndLogin(request);
    if (login === undefined) return goTo(request, reply, to(paths.doorway, visit.bo));
    const frame = await this.frames.of(request, login);
    const methods = this.pages.methods(login, frame.language);
    const cancelAction = to(paths.cancel, visit.bo);
    const items = methods.map(({ name, href }) => ({ inquire: name, href }));
    return replyWith(request, reply, {
      status: methods.length > 0 ? 200 : 403,
      html: () => (methods.length > 0 ? methodsPage({ frame, methods, cancelAction }) : this.#none(frame, cancelAction)),
      json: () => ({ inquire: 'choose_one', items, ...(items.length > 0 ? {} : { errors: [{ code: 'no_method' }] }) }),
    });
  }

  /** The password would only lead here again: the way on is another account. */
  #none(frame: Parameters<typeof noFactorPage>[0]['frame'], cancelAction: string): string {
    return noFactorPage({ frame, because: this.pages.isOffered() ? 'no_phone' : 'none', cancelAction });
  }
}
