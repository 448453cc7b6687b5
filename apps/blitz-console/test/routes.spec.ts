import { randomBytes } from 'node:crypto';
import { Clock, Sealer, SystemClock } from '@blitz/kernel';
import { createService, readEnvironment, WebVariables, type Service } from '@blitz/platform';
import { freshRedis } from '@blitz/testing';
import { Controller, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { Type } from 'typebox';
import { Callers } from '../src/access/callers.ts';
import type { Answer } from '../src/api/answer.ts';
import { Asked } from '../src/api/asked.ts';
import { ChangedMeanwhile } from '../src/api/changed-meanwhile.ts';
import { IdempotentAnswers } from '../src/api/idempotent-answers.ts';
import { route } from '../src/api/route.ts';
import { ServeRoutes } from '../src/api/serve-routes.ts';
import { Serves } from '../src/api/serves.ts';
import { tagged } from '../src/api/tagged.ts';
import { Environment } from '../src/assembly/tokens.ts';
import { consoleStatuses } from '../src/http/console-statuses.ts';
import { describeProblem } from '../src/http/describe-problem.ts';
import { readStrictJson } from '../src/http/strict-json.ts';

const Thing = Type.Object({ id: Type.String(), made: Type.Integer() });
const basic = { privilege: 'w_app', tag: 'Things', summary: 'A thing' } as const;
const makeThing = route({ ...basic, method: 'POST', path: 'things', idempotent: true, body: Type.Object({ name: Type.String({ minLength: 1 }) }, { additionalProperties: false }), answers: { 201: Thing } });
const saveThing = route({ ...basic, method: 'PUT', path: 'things/{id}', precondition: true, params: Type.Object({ id: Type.String() }), body: Type.Object({ name: Type.String() }), answers: { 200: Thing } });
const findThings = route({ ...basic, method: 'GET', path: 'things', query: Type.Object({ limit: Type.Optional(Type.Integer({ maximum: 9 })), on: Type.Optional(Type.Boolean()), tag: Type.Optional(Type.Array(Type.String())) }, { additionalProperties: false }), answers: { 200: Type.Object({ asked: Type.Unknown() }) } });
const lyingThing = route({ ...basic, method: 'GET', path: 'lies', answers: { 200: Thing } });

let made = 0;
/** What is made waits for it. */
let gate: Promise<void> = Promise.resolve();

@Controller()
class ThingsController {
  @Serves(makeThing)
  async make(@Asked() { body, actor }: Asked<typeof makeThing>): Promise<Answer<typeof makeThing>> {
    await gate;
    made += 1;
    if (body.name === 'broken') throw new Error('broken');
    return tagged(1, { id: `${actor.id} ${body.name}`, made });
  }

  @Serves(saveThing)
  save(@Asked() { params, ifMatch }: Asked<typeof saveThing>): Answer<typeof saveThing> {
    if (ifMatch === 7) return tagged(8, { id: params.id, made: 0 });
    throw ifMatch === 0 ? new ChangedMeanwhile(7, { id: params.id, made: 0 }) : new ChangedMeanwhile(7, undefined);
  }

  @Serves(findThings)
  find(@Asked() { query }: Asked<typeof findThings>): Answer<typeof findThings> {
    return { asked: query };
  }

  @Serves(lyingThing)
  lie(): unknown {
    return { id: 1 };
  }
}

@Module({})
class ThingsModule {}

describe('a route that describes itself', () => {
  let service: Service;
  let url = '';
  let redis: Redis;
  beforeAll(async () => {
    redis = new Redis((await freshRedis()).url);
    const callers = new Callers();
    const web = readEnvironment({ BLITZ_PORT: '0' }, { web: WebVariables }, { port: 0, path: '/' }).web;
    const sealer = new Sealer([randomBytes(32)]);
    service = await createService({
      name: 'things', web, prefix: '/blitz', statuses: consoleStatuses, describe: describeProblem(new SystemClock()), logTo: { write: () => undefined },
      module: {
        module: ThingsModule,
        controllers: [ThingsController],
        providers: [
          { provide: Callers, useValue: callers },
          { provide: Clock, useClass: SystemClock },
          { provide: IdempotentAnswers, useValue: new IdempotentAnswers(redis, sealer) },
          { provide: Environment, useValue: { value: { web } } },
          { provide: APP_INTERCEPTOR, useClass: ServeRoutes },
        ],
      },
    });
    const fastify = service.app.getHttpAdapter().getInstance();
    readStrictJson(fastify);
    fastify.addHook('onRequest', (request, _reply, done) => {
      callers.note(request, { kind: 'program', id: String(request.headers['x-who'] ?? 'ops'), privileges: ['w_app'] });
      done();
    });
    url = await service.listen();
  });
  afterAll(async () => {
    await service.stop();
    redis.disconnect();
  });

  const asks = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const json = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } };
    const answer = await fetch(`${url}/blitz/admin/api/v1/${path}`, { method, headers, ...json });
    return { status: answer.status, etag: answer.headers.get('etag'), body: (await answer.json()) as Record<string, unknown> };
  };

  it('answers with its status, its body and the tag of its version', async () => {
    expect(await asks('POST', 'things', { name: 'a' })).toMatchObject({ status: 201, etag: '"1"', body: { id: 'ops a' } });
  });

  it.each([
    ['no body', undefined, '/body', 'type'],
    ['an empty field', { name: '' }, '/body/name', 'minLength'],
    ['a wrong type', { name: 1 }, '/body/name', 'type'],
    ['an unknown field', { name: 'a', x: 1 }, '/body/x', 'unknown'],
    ['a list', [], '/body', 'type'],
  ])('refuses %s with the field, and does nothing', async (_what, body, pointer, rule) => {
    const before = made;
    const { status, body: problem } = await asks('POST', 'things', body);
    expect([status, problem['code']]).toEqual([422, 'fields_invalid']);
    expect(problem['fields']).toEqual(expect.arrayContaining([expect.objectContaining({ pointer, rule })]));
    expect(made).toBe(before);
  });

  it('reads numbers, flags and lists in an address, and refuses what is none', async () => {
    expect((await asks('GET', 'things?limit=5&on=true&tag=a')).body).toEqual({ asked: { limit: 5, on: true, tag: ['a'] } });
    expect((await asks('GET', 'things?tag=a&tag=b')).body).toEqual({ asked: { tag: ['a', 'b'] } });
    for (const query of ['limit=ten', 'limit=10', 'limit=1&limit=2', 'on=1', 'other=1', 'limit=', 'limit=1e0']) expect((await asks('GET', `things?${query}`)).status).toBe(422);
  });

  it('wants to know which version was looked at', async () => {
    const body = { name: 'a' };
    expect(await asks('PUT', 'things/x', body)).toMatchObject({ status: 428, body: { code: 'precondition_missing' } });
    expect(await asks('PUT', 'things/x', body, { 'if-match': '"7"' })).toMatchObject({ status: 200, etag: '"8"' });
    for (const odd of ['7', 'W/"7"', '*', '"7", "8"', '"x"', '']) expect((await asks('PUT', 'things/x', body, { 'if-match': odd })).status).toBe(422);
    expect((await asks('PUT', 'things/x', body, { 'if-match': '"7"', 'if-none-match': '*' })).status).toBe(422);
  });

  it('tells what stands there now when somebody else saved before', async () => {
    const { status, body } = await asks('PUT', 'things/x', { name: 'a' }, { 'if-none-match': '*' });
    expect([status, body['code'], body['etag'], body['current']]).toEqual([412, 'changed_meanwhile', '"7"', { id: 'x', made: 0 }]);
    expect((await asks('PUT', 'things/x', { name: 'a' }, { 'if-match': '"6"' })).body['current']).toBeUndefined();
  });

  it('creates once, however often it is repeated with the same key', async () => {
    const before = made;
    const key = { 'idempotency-key': 'one' };
    const first = await asks('POST', 'things', { name: 'b' }, key);
    expect(await asks('POST', 'things', { name: 'b' }, key)).toEqual(first);
    expect(made).toBe(before + 1);
    expect((await asks('POST', 'things', { name: 'b' }, { ...key, 'x-who': 'others' })).body['id']).toBe('others b');
    expect(await asks('POST', 'things', { name: 'c' }, key)).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });

  it('creates once when ten come at once, and tells the others to wait', async () => {
    const before = made;
    let open = (): void => undefined;
    gate = new Promise((resolve) => (open = resolve));
    let refused = 0;
    const answers = await Promise.all(Array.from({ length: 10 }, async () => {
      const answer = await asks('POST', 'things', { name: 'd' }, { 'idempotency-key': 'ten' });
      if (answer.status === 409 && (refused += 1) === 9) open();
      return answer;
    }));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body['code'] === 'request_in_progress')).toHaveLength(9);
    expect(made).toBe(before + 1);
  });

  it('lets what failed be tried again, and keeps nothing readable in Redis', async () => {
    expect((await asks('POST', 'things', { name: 'broken' }, { 'idempotency-key': 'three' })).status).toBe(500);
    expect((await asks('POST', 'things', { name: 'e' }, { 'idempotency-key': 'three' })).status).toBe(201);
    const kept = await Promise.all((await redis.keys('*')).map((key) => redis.get(key)));
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.join('\n')).not.toContain('ops e');
    expect((await asks('POST', 'things', { name: 'e' }, { 'idempotency-key': 'x'.repeat(129) })).body['code']).toBe('idempotency_key_invalid');
  });

  it('does not answer otherwise than it says', async () => {
    expect((await asks('GET', 'lies')).status).toBe(500);
  });
});
