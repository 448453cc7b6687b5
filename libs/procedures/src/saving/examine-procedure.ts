import type { Clock, Sealer } from '@blitz/kernel';
import type { Compiled, Compiler, SourceProblem } from '../compiler.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Procedure, ProcedureText } from '../store/procedure.ts';
import type { ProcedureStore, SealedSecret } from '../store/procedure-store.ts';
import { notKeptFor, openSecrets } from '../store/secrets.ts';
import type { Runnable } from '../store/live-procedures.ts';
import { programOf } from '../store/procedure.ts';
import { ProcedureRefused } from './procedure-refused.ts';
import { readHosts } from './hosts.ts';
import { rehearse } from './rehearse.ts';

const longestName = 100;

/** Looks at what an administrator wrote before it may call anybody: types, secrets, hosts, and a rehearsal in the sandbox. */
export class ExamineProcedure {
  constructor(
    private readonly compiler: Compiler,
    private readonly sandbox: Sandbox,
    private readonly store: ProcedureStore,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** @throws ProcedureRefused with every problem that was found, and where; DomainError `secret_unreadable` */
  async execute(key: string, text: Readonly<Record<keyof ProcedureText, unknown>>): Promise<Runnable> {
    const { name, source, hosts } = readText(text);
    const answer = await this.compiler.compile(source);
    if ('problems' in answer) throw new ProcedureRefused(answer.problems);
    const { compiled } = answer;
    const { secrets: sealed } = await this.store.set();
    const problems = [...refusedSecrets(compiled, sealed, hosts), ...unknownHosts(compiled, hosts)];
    if (problems.length > 0) throw new ProcedureRefused(problems.sort((one, other) => one.line - other.line));
    const { javascript, entryPoints } = compiled;
    const wanted = [...new Set(compiled.secrets.map((each) => each.name))];
    const procedure: Procedure = { key, version: 0, name, source, hosts, javascript, entryPoints, secrets: wanted };
    // Of a name that no saved version has, whatever was tried before under this one.
    const program = { ...programOf(procedure), id: `${key}@draft-${this.clock.now()}` };
    const runnable = { procedure, program, secrets: openSecrets(this.sealer, sealed, procedure) };
    const found = await rehearse(this.sandbox, runnable, this.clock.now());
    if (found.length > 0) throw new ProcedureRefused(found);
    return runnable;
  }
}

function readText({ name, source, hosts }: Readonly<Record<keyof ProcedureText, unknown>>): ProcedureText {
  const list = readHosts(hosts);
  const problems: SourceProblem[] = [];
  const refuse = (message: string): void => void problems.push({ line: 1, column: 1, message });
  if (typeof name !== 'string' || name.trim() === '' || name.length > longestName || /\p{Cc}/u.test(name)) refuse(`a name of 1 to ${longestName} characters is expected`);
  if (typeof source !== 'string') refuse('the source must be a text');
  if (list === undefined) refuse('the hosts must be a list of at most 20 host names, such as api.example.org or pbx.example.org:8089');
  if (problems.length > 0 || list === undefined) throw new ProcedureRefused(problems);
  return { name: String(name).trim(), source: String(source), hosts: list };
}

/** Those that are not there, and those that this procedure could send where they do not belong. */
function refusedSecrets({ secrets }: Compiled, sealed: readonly SealedSecret[], hosts: readonly string[]): SourceProblem[] {
  return secrets.flatMap(({ name, line, column }) => {
    const secret = sealed.find((each) => each.name === name);
    if (secret === undefined) return [{ line, column, message: `there is no secret "${name.slice(0, 64)}": save it first, or correct its name` }];
    const refusal = notKeptFor(secret, hosts);
    return refusal === undefined ? [] : [{ line, column, message: refusal }];
  });
}

function unknownHosts({ hosts }: Compiled, allowed: readonly string[]): SourceProblem[] {
  return hosts
    .filter(({ host }) => !allowed.includes(host))
    .map(({ host, line, column }) => ({ line, column, message: `${host} is not in this procedure's list of hosts: add it, or correct the address` }));
}
