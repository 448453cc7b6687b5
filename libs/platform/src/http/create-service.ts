import 'reflect-metadata';
import cookie from '@fastify/cookie';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { WebEnvironment } from '../environment/web-environment.ts';
import { createLogs } from '../log/create-log.ts';
import type { Sink } from '../log/create-log.ts';
import { NestLog } from '../log/nest-log.ts';
import { ProblemFilter } from '../problems/problem-filter.ts';
import type { Describe, RenderHtml, Statuses } from '../problems/problem-filter.ts';
import type { Directives } from './content-security-policy.ts';
import { fastifyAdapter } from './fastify-adapter.ts';
import { readForms } from './forms.ts';
import { observeRequests } from './observe-requests.ts';
import { rootModule } from './platform-module.ts';
import { probes } from './probes.ts';
import { Readiness } from './readiness.ts';
import { RequestDurations } from './request-durations.ts';
import { securityHeaders } from './security-headers.ts';
import { Service } from './service.ts';
import { Stopping } from './stopping.ts';

export interface ServiceOptions {
  /** `blitz-idp`: in every log line and metric. */
  readonly name: string;
  readonly module: Type | DynamicModule;
  readonly web: WebEnvironment;
  /** Below which path controllers answer: `/blitz/console`. The three probes stand below `/blitz` everywhere. */
  readonly prefix: string;
  readonly statuses: Statuses;
  readonly renderHtml?: RenderHtml;
  readonly describe?: Describe;
  /** Changes to the strict content security policy, directive by directive. */
  readonly contentSecurity?: Directives;
  /** Where log lines go instead of the standard output. */
  readonly logTo?: Sink;
}

/** Nest on Fastify as every service of ours needs it. Does not listen yet: plugins and hooks can still be added. */
export async function createService(options: ServiceOptions): Promise<Service> {
  const { name, web } = options;
  const logs = createLogs(name, web.logLevel, options.logTo);
  const stopping = new Stopping();
  const parts = { log: logs.log, stopping, readiness: new Readiness(stopping), registry: registryOf(name) };
  const filter = new ProblemFilter(parts.log, options.statuses, options.renderHtml, options.describe);
  const headers = securityHeaders(web.publicUrl.startsWith('https:'), options.contentSecurity);
  const adapter = fastifyAdapter(web.trustedProxies, (error, request, reply) => {
    filter.answer(error, request, reply.headers(headers).header('x-correlation-id', request.id));
    // No hook runs for what the router itself refuses, so its line is written here.
    const { method, id: correlationId } = request;
    logs.requests?.add({ method, route: 'unmatched', status: reply.statusCode, ms: 0, correlationId });
  });
  const fastify = adapter.getInstance();
  observeRequests(fastify, headers, new RequestDurations(parts.registry), logs.requests);
  await readForms(fastify);
  await fastify.register(cookie);
  probes(fastify, parts.readiness, parts.registry);

  const app = await NestFactory.create<NestFastifyApplication>(rootModule(parts, options.module), adapter, {
    logger: new NestLog(parts.log),
    bodyParser: false,
    abortOnError: false,
  });
  app.setGlobalPrefix(options.prefix);
  app.useGlobalFilters(filter);
  return new Service(name, app, web, logs, stopping);
}

function registryOf(service: string): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  return registry;
}
