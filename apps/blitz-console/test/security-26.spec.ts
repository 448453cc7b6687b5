import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Town, type Step } from './support/town.ts';

/**
 * Row 26 of the mistakes of others: "the provider-test endpoint ran code outside the sandbox; SSRF by webhook, redirect, DNS
 * rebinding". The sandbox and the way out have corpora of their own; here it is shown that this door leads through both.
 */
describe('security 26: a test call', () => {
  let town: Town;
  /** Where nobody opened anything: not even the simulator can be reached. */
  let closed: Town;
  let asked = 0;
  let inside: Server;
  let heard = 0;
  let port = 0;
  beforeAll(async () => {
    [town, closed] = await Promise.all([Town.open(), Town.open({ BLITZ_EGRESS_ADDRESSES: '', BLITZ_EGRESS_HTTP: '' })]);
    await town.savesSimulator();
    // What stands beside us and is nobody's business.
    inside = createServer((_request, response) => {
      heard += 1;
      response.end('the keys of the house');
    });
    await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
    const address = inside.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(async () => {
    inside.close();
    await Promise.all([town.close(), closed.close()]);
  });

  const draft = (run: string, hosts: readonly string[]): object => ({
    name: 'Draft',
    source: `export default class Draft implements HttpLoop {\n  run(obj: JsObj, result: HttpLoopResult | null) {\n    ${run}\n  }\n}\n`,
    hosts,
  });
  const tries = async (run: string, hosts: readonly string[], where = town): Promise<readonly Step[]> =>
    where.steps({ phone_number: where.newPhone(), procedure: 'my-own', draft: draft(run, hosts) }, `ops-${String((asked += 1) % 3)}`);
  /** The address comes into being at run time, so that no look at the source can find it. */
  const asks = (url: string): string => `if (result === null) return HttpLoop.callBuilder('GET', ['${url.slice(0, 6)}', '${url.slice(6)}'].join('')).build();\n    return HttpLoop.Ok(JsObj.empty.addString('code', result.text()));`;

  it('without the privilege is refused before anything of it is read or run', async () => {
    for (const scope of ['r_audit', 'w_admin', 'w_app', 'w_ui', 'w_user', '']) {
      const answer = await town.asks({ phone_number: town.newPhone(), procedure: 'simulator' }, { token: await town.accessToken(scope) });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'privilege_missing']);
    }
    expect(await town.events()).toEqual([]);
  });

  it.each([
    ['this machine', '127.0.0.1'],
    ['this machine, in digits', '2130706434'],
    ['this machine, by its name', 'localhost'],
    ['this machine, in IPv6', '[::ffff:127.0.0.1]'],
    ['the metadata of a cloud', '169.254.169.254'],
    ['a private network', '10.0.0.1'],
  ])('that asks %s is refused, though the draft’s own list names it', async (_, host) => {
    const steps = await tries(asks(`https://${host}/latest/meta-data/`), [host], closed);
    expect(steps.at(-1)).toMatchObject({ kind: 'end', outcome: 'failed', fault: 'address_refused', surelyNoCall: true });
  });

  it('that asks without TLS, or a host that the draft’s list does not name, is refused', async () => {
    const here = `127.0.0.1:${String(port)}`;
    // In the open town the address is allowed for the simulator: its port is what makes the difference.
    expect((await tries(asks(`http://${here}/`), [here])).at(-1)).toMatchObject({ outcome: 'failed', fault: 'scheme_refused' });
    await expect(tries(asks(`https://${here}/`), ['api.example.org'])).rejects.toThrow(/127\.0\.0\.1:\d+ is not in this procedure's list of hosts/);
    // One that behaves as long as it is rehearsed.
    const address = `obj.asString('request_id') === 'rehearsal' ? 'https://api.example.org/' : ['https:', '', '${here}', ''].join('/')`;
    const hidden = `if (result === null) return HttpLoop.callBuilder('GET', ${address}).build();\n    return HttpLoop.Ok(JsObj.empty.addString('code', result.text()));`;
    expect((await tries(hidden, ['api.example.org'])).at(-1)).toMatchObject({ outcome: 'failed', fault: 'host_refused' });
    expect(heard).toBe(0);
  });

  it('that is led elsewhere by a redirect does not follow', async () => {
    const phone = town.newPhone();
    await town.makesProvider(phone, 'redirect');
    const steps = await town.steps({ phone_number: phone, procedure: 'simulator' });
    expect(steps.filter(({ kind }) => kind === 'request')).toHaveLength(1);
    expect(steps.at(-1)).toMatchObject({ outcome: 'failed', code: 'request_refused' });
  });

  it.each([
    ['loops', 'for (;;) {}'],
    ['fills the memory', "let text = 'x'; for (;;) text += text;"],
    ['falls into itself', 'const fall = (depth: number): number => fall(depth + 1) + 1; fall(0);'],
    ['looks for the process', "const made = Object.getPrototypeOf(run).constructor as Function; made('return process')().exit(1);"],
    ['loads a module', "const loaded = (globalThis as any)['require']('node:fs'); loaded.readFileSync('/etc/passwd');"],
  ])('of a draft that %s is refused or answers a fault, and the service goes on', async (_, run) => {
    const answer = await town.asks({ phone_number: town.newPhone(), procedure: 'my-own', draft: draft(`${run}\n    return HttpLoop.error('x');`, []) }, { token: await town.accessToken('w_system', 'hostile') });
    const text = await answer.text();
    if (answer.status === 200) expect(text).toMatch(/"outcome":"failed","fault":"(?:threw|too_long|too_much_memory|sandbox_broke)"/);
    else expect([answer.status, text]).toEqual([422, expect.stringContaining('"procedure_invalid"')]);
    expect(text).not.toMatch(/root:|"outcome":"placed"/);
    expect((await town.steps({ phone_number: town.newPhone(), procedure: 'simulator' }, 'neighbour')).at(-1)).toMatchObject({ outcome: 'placed' });
  });

  it('of a draft whose second round does harm, which no rehearsal finds, ends with a fault', async () => {
    const run = `if (result === null) return HttpLoop.callBuilder('GET', '${town.simulator.url}/healthz').ringsNobody().build();\n    if (result.text().includes('"ok"')) for (;;) {}\n    return HttpLoop.error('x');`;
    expect((await tries(run, [town.host])).at(-1)).toMatchObject({ kind: 'end', outcome: 'failed', fault: 'too_long', surelyNoCall: true });
    expect((await town.steps({ phone_number: town.newPhone(), procedure: 'simulator' }, 'another')).at(-1)).toMatchObject({ outcome: 'placed' });
  });
});
