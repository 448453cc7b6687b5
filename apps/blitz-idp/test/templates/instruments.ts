/** The real three: what stands here is what the product runs templates with. */
import { afterAll } from '@jest/globals';
import type { Egress, Program, Sandbox } from '@blitz/procedures';
import { QuickJsSandbox } from '@blitz/sandbox';
import { TypeScriptCompiler } from '@blitz/sandbox/compiler';
import { AxiosEgress } from '@blitz/telephony';

const compiler = new TypeScriptCompiler();
// Their threads would keep the process of the tests.
afterAll(async () => {
  engine.close();
  await compiler.close();
});
const programs = new Map<string, Promise<Program>>();

const engine = new QuickJsSandbox();
export const sandbox: Sandbox = engine;

/** @param host of the simulator, with its port: the one that may be reached without TLS, and in this machine */
export const egressTo = (host: string): Egress => new AxiosEgress({ allowHttp: [host], allowAddresses: ['127.0.0.0/8'] });

/** @param id names the source: another source, another id */
export function compiled(id: string, source: string): Promise<Program> {
  const known = programs.get(id) ?? read(id, source);
  programs.set(id, known);
  return known;
}

async function read(id: string, source: string): Promise<Program> {
  const result = await compiler.compile(source);
  if ('problems' in result) throw new Error(`${id}: ${JSON.stringify(result.problems)}`);
  const { javascript, entryPoints, secrets } = result.compiled;
  return { id, javascript, entryPoints, secrets: [...new Set(secrets.map(({ name }) => name))] };
}
