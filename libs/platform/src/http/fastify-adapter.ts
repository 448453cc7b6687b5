import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { httpCode } from '../problems/http-codes.ts';
import { problem, problemType } from '../problems/problem.ts';
import { admission } from './admission.ts';
import { Correlation } from './correlation.ts';
import type { TrustedProxies } from './trusted-proxies.ts';

export const bodyLimit = 64 * 1_024;

/** How long a client may take to send its request; and an idle connection is kept for longer than balancers (60 s) keep theirs. */
const requestTimeout = 20_000;
const headersTimeout = 10_000;
const keepAliveTimeout = 65_000;

export type AnswerError = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => void;

/** Fastify for Nest, with limits. `onFrameworkError` answers what the router refuses before any hook runs (a broken address). */
export function fastifyAdapter(proxies: TrustedProxies, onFrameworkError: AnswerError): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit,
    requestTimeout,
    keepAliveTimeout,
    http: { headersTimeout, connectionsCheckingInterval: 5_000 },
    forceCloseConnections: 'idle',
    // While we stop, what still comes in on an open connection is answered as ever, and told to close it.
    return503OnClosing: false,
    genReqId: admission(proxies),
    requestIdHeader: false,
    trustProxy: proxies.none ? false : (address: string) => proxies.trusts(address),
    frameworkErrors: onFrameworkError,
    clientErrorHandler: answerBrokenHttp,
    // We use no Express-style middleware, so nothing has to be asked about it on every request.
    skipMiddie: true,
    multipart: false,
  });
}

/** What is not even HTTP, or took too long to become it, is answered on the socket: there is no request yet. */
function answerBrokenHttp(error: { readonly code?: string | undefined }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ''] ?? 400;
  const body = JSON.stringify(problem(status, httpCode(status), Correlation.next()));
  const head = [`HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? 'Error'}`, `Content-Type: ${problemType}`];
  const rest = [`Content-Length: ${String(Buffer.byteLength(body))}`, 'Connection: close'];
  socket.end([...head, ...rest, '', body].join('\r\n'));
}
