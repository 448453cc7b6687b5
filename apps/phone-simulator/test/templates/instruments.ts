/**
 * The three things that a procedure needs to run. Here they are small stand-ins that judge nothing: what is tried are the
 * templates. To try them in the real sandbox, through the real egress, exchange what this file exports, and nothing else.
 */
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { Egress, Sandbox } from '@blitz/procedures';
import type { EgressAnswer, Program, Ran, Run, Sending } from '@blitz/procedures';
import ts from 'typescript';

const prelude = readFileSync(new URL('../../../../libs/procedures/language/prelude.js', import.meta.url), 'utf8');

interface Prelude {
  call(program: unknown, entryPoint: string, input: string): string;
}

const encodingOf = (name = 'utf8') => name as BufferEncoding;
const hostFunctions: Readonly<Record<string, (...args: string[]) => string>> = {
  hash: (name = '', text = '', as = '') => createHash(name).update(text).digest(as as 'hex'),
  hmac: (key = '', keyAs = '', text = '', as = '') => createHmac('sha256', Buffer.from(key, encodingOf(keyAs))).update(text).digest(as as 'hex'),
  encode: (text = '', as = '') => Buffer.from(text).toString(encodingOf(as)),
  decode: (text = '', from = '') => Buffer.from(text, encodingOf(from)).toString(),
  log: () => '',
};

class VmSandbox extends Sandbox {
  run(run: Run): Promise<Ran> {
    return Promise.resolve(this.#ran(run));
  }

  #ran({ program, entryPoint, obj, result, secrets, now }: Run): Ran {
    const host = (name: string, ...args: string[]) => (name === 'secret' ? secrets[args[0] ?? ''] : hostFunctions[name]?.(...args)) ?? '';
    const context = createContext({ __blitz_host: host });
    try {
      const { call } = runInContext(prelude, context) as Prelude;
      const made: unknown = runInContext(`${program.javascript.replace(/^export default /m, 'globalThis.made = ')}\nglobalThis.made`, context);
      const answer = JSON.parse(call(made, entryPoint, JSON.stringify({ obj, result, now }))) as Ran | { kind: 'no_answer'; message: string };
      return answer.kind === 'no_answer' ? { kind: 'fault', fault: 'no_answer', message: answer.message, logs: [] } : { ...answer, logs: [] };
    } catch (error) {
      return { kind: 'fault', fault: 'threw', message: (error as Error).message, logs: [] };
    }
  }
}

class FetchEgress extends Egress {
  async send({ request, timeoutMs }: Sending): Promise<EgressAnswer> {
    const { method, url, headers, body } = request;
    try {
      const init = { method, headers: headers.map(([name, value]): [string, string] => [name, value]), redirect: 'manual' as const };
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(url, body === undefined ? { ...init, signal } : { ...init, signal, body });
      const text = await response.text();
      return { kind: 'response', response: { status: response.status, headers: Object.fromEntries(response.headers), text } };
    } catch (error) {
      const timeout = (error as Error).name === 'TimeoutError';
      return { kind: 'fault', fault: timeout ? 'timeout' : 'broken_off', neverSent: false, message: 'no answer' };
    }
  }
}

export const sandbox: Sandbox = new VmSandbox();

/** @param _host of the simulator, with its port: whoever guards the way out has to be told that it may be reached */
export const egressTo = (_host: string): Egress => new FetchEgress();

/** @param id names the source: another source, another id */
export function compiled(id: string, source: string): Promise<Program> {
  const { outputText } = ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 } });
  const secrets = [...source.matchAll(/secrets\.get\('([^']+)'\)/g)].map(([, name]) => name ?? '');
  const entryPoints = (['run', 'check', 'status', 'hangUp'] as const).filter((name) => source.includes(`\n  ${name}(`));
  return Promise.resolve({ id, javascript: outputText, entryPoints, secrets });
}
