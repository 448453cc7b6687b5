import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProcedureStore } from '@blitz/procedures';
import { Town } from './support/town.ts';
import { until } from './support/until.ts';

describe('a test call', () => {
  let town: Town;
  let asked = 0;
  beforeAll(async () => {
    town = await Town.open();
    await town.savesSimulator();
  });
  afterAll(() => town.close());

  /** Limits are counted by program: each test has one of its own. */
  const someone = (): string => `ops-${String((asked += 1))}`;
  const draft = (source: string, hosts: readonly string[] = [town.host]): object => ({ name: 'Draft', source, hosts });
  const program = (run: string): string => `export default class Draft implements HttpLoop {\n  run(obj: JsObj, result: HttpLoopResult | null) {\n    ${run}\n  }\n}\n`;

  it('of a saved procedure rings the phone, and each round is shown', async () => {
    const phone = town.newPhone();
    const steps = await town.steps({ phone_number: phone, procedure: 'simulator' }, someone());
    expect(steps.map(({ kind, round }) => [kind, round])).toEqual([['request', 1], ['response', 1], ['end', undefined]]);
    expect(steps[0]).toMatchObject({ method: 'POST', headers: { Token: '•••' }, ringsNobody: false });
    expect(steps[1]).toMatchObject({ status: 200, tookMs: expect.any(Number) });
    expect(steps[2]).toMatchObject({ outcome: 'placed', enough: true });
    expect(await town.callsOf(phone)).toHaveLength(1);
  });

  it('of a draft rings it just the same, and saves nothing', async () => {
    const phone = town.newPhone();
    const steps = await town.steps({ phone_number: phone, procedure: 'my-own', draft: draft(town.source) }, someone());
    expect(steps.at(-1)).toMatchObject({ kind: 'end', outcome: 'placed' });
    expect(await town.callsOf(phone)).toHaveLength(1);
    expect((await town.asks({ phone_number: phone, procedure: 'my-own' })).status).toBe(404);
  });

  it('is told as it happens: the request is there while the provider still thinks', async () => {
    const phone = town.newPhone();
    await town.makesProvider(phone, 'hangs');
    const answer = await town.asks({ phone_number: phone, procedure: 'simulator' }, { token: await town.accessToken('w_system', someone()) });
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const reader = answer.body?.getReader();
    const first = new TextDecoder().decode((await reader?.read())?.value);
    expect(first.split('\n').map((line) => (line === '' ? '' : (JSON.parse(line) as { kind: string }).kind))).toEqual(['request', '']);
    await reader?.cancel();
  });

  it('comes as server-sent events to whoever accepts those', async () => {
    const answer = await town.asks({ phone_number: town.newPhone(), procedure: 'simulator' }, { headers: { accept: 'text/event-stream' }, token: await town.accessToken('w_system', someone()) });
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect([...(await answer.text()).matchAll(/^data: (.*)\n\n/gm)].map(([, data = '']) => (JSON.parse(data) as { kind: string }).kind)).toEqual(['request', 'response', 'end']);
  });

  it('goes on when the one who asked has left, and the journal has it', async () => {
    const [phone, ops] = [town.newPhone(), someone()];
    await town.makesProvider(phone, 'slow');
    const leaving = new AbortController();
    const answer = await town.asks({ phone_number: phone, procedure: 'simulator' }, { token: await town.accessToken('w_system', ops), signal: leaving.signal });
    expect(answer.status).toBe(200);
    leaving.abort();
    await until(async () => (await town.events()).some(({ sub }) => sub === ops), 20_000);
    expect((await town.events()).find(({ sub }) => sub === ops)).toMatchObject({ details: { name: 'simulator', reason: 'placed' } });
    expect(await town.callsOf(phone)).toHaveLength(1);
  });

  it('is written down with the program, the address and what it called itself', async () => {
    const ops = someone();
    const token = await town.accessToken('w_system', ops);
    await (await town.asks({ phone_number: town.newPhone(), procedure: 'simulator' }, { token, headers: { 'user-agent': 'ops/1.0' } })).text();
    expect((await town.events()).find(({ sub }) => sub === ops)).toMatchObject({
      type: 'test_call', address: '127.0.0.1', userAgent: 'ops/1.0', details: { name: 'simulator', reason: 'placed' },
    });
  });

  it('that fails says why, with the line', async () => {
    const source = program(`if (result === null) return HttpLoop.callBuilder('GET', '${town.simulator.url}/healthz').ringsNobody().build();\n    return HttpLoop.Ok(JsObj.empty.addString('code', result.body().asText('SenderID')));`);
    const steps = await town.steps({ phone_number: town.newPhone(), procedure: 'my-own', draft: draft(source) }, someone());
    expect(steps.at(-1)).toMatchObject({ kind: 'end', outcome: 'failed', fault: 'threw', line: 4, message: expect.stringContaining('SenderID'), surelyNoCall: true });
    expect((await town.events()).at(-1)).toMatchObject({ details: { reason: 'failed', hint: expect.stringContaining('my-own, line 4') } });
  });

  it('counts the digits that were told against the length of codes here, or the one that is asked for', async () => {
    const phone = town.newPhone();
    await town.makesProvider(phone, 'short-number');
    const ops = someone();
    expect((await town.steps({ phone_number: phone, procedure: 'simulator' }, ops)).at(-1)).toMatchObject({ outcome: 'placed', enough: false });
    const code = program(`return HttpLoop.Ok(JsObj.empty.addString('code', \`\${obj.asNum('code_length')}\`.repeat(obj.asNum('code_length'))));`);
    for (const [length, digits] of [[undefined, 4], [7, 7]] as const) {
      const steps = await town.steps({ phone_number: phone, procedure: 'my-own', draft: draft(code, []), ...(length === undefined ? {} : { code_length: length }) }, ops);
      expect(steps).toEqual([{ kind: 'end', outcome: 'placed', digits, enough: true, asAsked: false }]);
    }
  });

  it('of a draft that is wrong is not made; every mistake is told with its place', async () => {
    const source = program("const wrong: number = 'text';\n    return HttpLoop.Ok(JsObj.empty.addString('code', secrets.get('nobody-knows')));");
    const answer = await town.asks({ phone_number: town.newPhone(), procedure: 'my-own', draft: draft(source) });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'application/problem+json; charset=utf-8']);
    expect(await answer.json()).toMatchObject({ code: 'procedure_invalid', problems: [{ line: 3, column: 11, message: expect.any(String) }] });
    const unknown = await town.asks({ phone_number: town.newPhone(), procedure: 'my-own', draft: draft(source.replace("'text'", '5').replace('wrong:', '_wrong:')) });
    expect(await unknown.json()).toMatchObject({ code: 'procedure_invalid', problems: expect.arrayContaining([{ line: 4, column: expect.any(Number), message: expect.stringContaining('nobody-knows') }]) });
  });

  it('whose secret no master key opens is refused, and told which one it is', async () => {
    const [store, stamp] = [town.service.get(ProcedureStore), { author: 'admin', address: '192.0.2.1', browser: 'a browser' }];
    await store.saveSecret({ name: 'lost', hosts: [town.host], sealed: 'v1.lost.lost' }, stamp);
    const locked = { key: 'locked', name: 'Locked', source: '', javascript: '', hosts: [town.host], entryPoints: ['run'], secrets: ['lost'] } as const;
    await store.save(locked, { ...stamp, expectedVersion: 0 });
    town.clock.passes({ sec: 1 });
    const answer = await town.asks({ phone_number: town.newPhone(), procedure: 'locked' });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'secret_unreadable', name: 'lost', reason: 'no master key opens the secret "lost": save it anew with its value' });
  });

  it('of a draft sends no secret to a host that it is not kept for', async () => {
    const elsewhere = draft(town.source, [town.host, 'evil.example']);
    const answer = await town.asks({ phone_number: town.newPhone(), procedure: 'my-own', draft: elsewhere });
    expect(answer.status).toBe(422);
    const message = `the secret "token" is kept for ${town.host} and may not be used beside evil.example: save it anew with its value to use it elsewhere`;
    expect(await answer.json()).toMatchObject({ code: 'procedure_invalid', problems: [{ line: expect.any(Number), column: expect.any(Number), message }] });
  });

  it('beyond the limit of a program is refused until a time that is told', async () => {
    const token = await town.accessToken('w_system', 'busy-ops');
    const source = program("return HttpLoop.refused('not_today');");
    const ask = async (): Promise<Response> => town.asks({ phone_number: town.newPhone(), procedure: 'my-own', draft: draft(source, []) }, { token });
    for (let calls = 0; calls < 10; calls += 1) expect(await (await ask()).text()).toMatch(/"said_so"/);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(600);
    expect(await refused.json()).toMatchObject({ code: 'test_calls_limited' });
  });
});
