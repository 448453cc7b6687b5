import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeBeginning } from './settings-file.ts';
import { runProgram, type Variables } from '../node-process.ts';

const command = 'apps/blitz-idp/dist/procedure.js';

export interface Provider {
  /** The key of the procedure. */
  readonly key: string;
  /** The ready procedure that it is made from. */
  readonly template: string;
  /** What somebody edits in it besides its address. */
  readonly edits?: Readonly<Record<string, string>>;
}

/** Who asks which procedure for which numbers, in this order. */
export type Plan = readonly { readonly procedure: string; readonly destinations: readonly string[]; readonly enabled: boolean }[];

/** The administrator at the command line, who follows docs/procedures.md: every provider of theirs is the simulator. */
export class Operator {
  constructor(
    private readonly env: Variables,
    private readonly folder: string,
    private readonly simulator: { readonly address: string; readonly token: string },
  ) {}

  get token(): string {
    return this.simulator.token;
  }

  /** Step 1 of the guide: adds the method to the second list. The services read it when they are started again. */
  async listsIncomingCalls(): Promise<void> {
    await writeBeginning(this.folder, ['flashCall']);
  }

  async savesSecrets(secrets: Readonly<Record<string, string>>): Promise<void> {
    await Promise.all(Object.entries(secrets).map(([name, value]) => this.#types(['secret', name, '--host', this.#host], value)));
  }

  async installs({ key, template, edits = {} }: Provider): Promise<void> {
    const source = (await this.#types(['template', template])).replace(/^const base = '.*';$/m, `const base = '${this.simulator.address}/dialects/${template}';`);
    const file = join(this.folder, `${key}.ts`);
    await writeFile(file, Object.entries(edits).reduce(replaced, source));
    await this.#types(['save', key, '--file', file, '--host', this.#host]);
  }

  async plans(plan: Plan): Promise<void> {
    await this.#types(['plan'], JSON.stringify(plan));
  }

  /** `admin …`, as docs/operations.md has it. @returns what it prints */
  administers(...args: readonly string[]): Promise<string> {
    return runProgram(['apps/blitz-idp/dist/admin.js', ...args], this.env);
  }

  get #host(): string {
    return new URL(this.simulator.address).host;
  }

  #types(args: readonly string[], input = ''): Promise<string> {
    return runProgram([command, ...args], this.env, input);
  }
}

function replaced(source: string, [before, after]: readonly [string, string]): string {
  if (!source.includes(before)) throw new Error(`the template has no ${before}`);
  return source.replaceAll(before, after);
}
