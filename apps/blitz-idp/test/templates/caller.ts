import type { Egress, EgressFaultCode, EntryPoint, JsonObject, Program, ProviderResponse, Ran, WantedRequest } from '@blitz/procedures';
import { templateSource, templates } from '@blitz/procedures';
import type { Provider } from './provider.ts';
import { token } from './provider.ts';
import { compiled, egressTo, sandbox } from './instruments.ts';

type RunFault = Extract<Ran, { readonly kind: 'fault' }>['fault'];

export type Outcome =
  | { readonly kind: 'ok'; readonly value: JsonObject }
  | { readonly kind: 'refused' | 'error'; readonly code: string; readonly details: Readonly<Record<string, string>> }
  | { readonly kind: 'fault'; readonly fault: EgressFaultCode | RunFault; readonly message: string };

const mostRounds = 10;

/** Whoever runs one template against the simulator, as the product does: round after round, until there is an answer. */
export class Caller {
  readonly sent: WantedRequest[] = [];
  readonly #program: Program;
  readonly #host: string;
  readonly #egress: Egress;
  readonly #secrets: Readonly<Record<string, string>>;

  private constructor(program: Program, host: string, secrets: Readonly<Record<string, string>>) {
    this.#program = program;
    this.#host = host;
    this.#egress = egressTo(host);
    this.#secrets = secrets;
  }

  /** @param secret instead of the simulator's token */
  static async of(provider: Provider, id: string, secret = token): Promise<Caller> {
    const template = templates.find((each) => each.id === id);
    if (template === undefined) throw new Error(`there is no template ${id}`);
    const base = id === 'vendor-example' ? provider.url : `${provider.url}/dialects/${id}`;
    const source = templateSource(template).replace(/^const base = '[^']+';$/m, `const base = '${base}';`);
    const value = id === 'sinch' ? Buffer.from(secret).toString('base64') : secret;
    const secrets = Object.fromEntries(template.secrets.map(({ name }) => [name, value]));
    return new Caller(await compiled(`${id} at ${base}`, source), new URL(base).host, secrets);
  }

  async asks(entryPoint: EntryPoint, obj: JsonObject, timeoutMs = 5_000): Promise<Outcome> {
    let result: (ProviderResponse & { readonly state: JsonObject }) | null = null;
    for (let round = 0; round < mostRounds; round += 1) {
      const ran = await this.#runs(entryPoint, obj, result);
      if (ran.kind !== 'request') return ran;
      this.sent.push(ran.request);
      const sending = { request: ran.request, rules: { hosts: [this.#host] }, timeoutMs, correlation: '' };
      const answer = await this.#egress.send(sending);
      if (answer.kind === 'fault') return { kind: 'fault', fault: answer.fault, message: answer.message };
      result = { ...answer.response, state: ran.request.state };
    }
    throw new Error('it never ends');
  }

  /** What the template makes of an answer that the simulator never gives, or of a provider's callback. */
  async makes(entryPoint: EntryPoint, body: unknown, obj: JsonObject = {}): Promise<Outcome> {
    const ran = await this.#runs(entryPoint, obj, { status: 200, headers: {}, text: JSON.stringify(body), state: {} });
    if (ran.kind === 'request') throw new Error('it wants to go on');
    return ran;
  }

  async #runs(entryPoint: EntryPoint, obj: JsonObject, result: (ProviderResponse & { readonly state: JsonObject }) | null) {
    const run = { program: this.#program, entryPoint, obj, result, secrets: this.#secrets, now: Date.UTC(2030, 0, 1) };
    const ran = await sandbox.run(run);
    if (ran.kind === 'error') return { kind: ran.refused ? ('refused' as const) : ('error' as const), code: ran.code, details: ran.details };
    return ran;
  }
}
