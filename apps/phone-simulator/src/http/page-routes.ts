import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refusalPage } from '../page/refusal-page.tsx';
import { simulatorPage } from '../page/simulator-page.tsx';
import { deeds } from '../telephone/call.ts';
import type { Calls } from '../telephone/calls.ts';
import type { Phones } from '../telephone/phones.ts';
import { preferredTexts } from '../texts/preferred-texts.ts';
import { moveCall } from './call-routes.ts';
import { readPhone } from './phone-routes.ts';
import { Problem } from './problem.ts';
import { readBody } from './read-body.ts';

const textsFor = (request: FastifyRequest) => preferredTexts(request.headers['accept-language']);

/** A form's deed: done, the page is shown anew; refused, the person is told why. */
function afterForm(request: FastifyRequest, reply: FastifyReply, deed: () => void): FastifyReply {
  try {
    deed();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return reply.code(error.status).type('text/html; charset=utf-8').send(refusalPage(textsFor(request), error.message));
  }
  return reply.redirect('/', 303);
}

/** The page, and its forms, which work without scripts. */
export function showPages(app: FastifyInstance, calls: Calls, phones: Phones): void {
  app.get<{ Querystring: { pause?: unknown } }>('/', (request, reply) => {
    const seen = { calls: calls.recent(), phones: phones.all(), texts: textsFor(request), paused: request.query.pause !== undefined };
    return reply.type('text/html; charset=utf-8').header('vary', 'accept-language').send(simulatorPage(seen));
  });
  app.post('/phones', (request, reply) =>
    afterForm(request, reply, () => {
      const form = readBody(request.body);
      if (form['reset'] === undefined) phones.set(readPhone(form['number'], form, 'number'));
      else phones.reset(readPhone(form['number'], { behaviour: 'normal' }, 'number').number);
    }),
  );
  for (const deed of deeds) {
    app.post<{ Params: { id: string } }>(`/calls/:id/${deed}`, (request, reply) =>
      afterForm(request, reply, () => void moveCall(calls, request.params.id, deed)),
    );
  }
}
