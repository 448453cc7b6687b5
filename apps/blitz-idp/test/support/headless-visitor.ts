import { password } from './town.ts';
import type { Tokens, Visitor } from './visitor.ts';

export type Answer = Readonly<Record<string, unknown>> & { readonly status: number };

/** A client without pages: asks for JSON, follows `next`, sends JSON. */
export class HeadlessVisitor {
  /** Of every answer so far. */
  readonly types = new Set<string | null>();
  csrf = '';
  #bo = '';
  #press = 1;

  private constructor(readonly visitor: Visitor) {
    visitor.headers = { accept: 'application/json' };
  }

  static of(visitor: Visitor): HeadlessVisitor {
    return new HeadlessVisitor(visitor);
  }

  async begins(): Promise<Answer> {
    await this.visitor.goesToShop();
    this.#bo = this.visitor.bo();
    return this.#read(await this.visitor.asks(this.visitor.page.url));
  }

  typesPassword(typed: unknown = password): Promise<Answer> {
    return this.#sends('/blitz/login/method/password', { login: this.visitor.account.login, password: typed });
  }

  /** Presses and waits for the dialler. */
  async presses(press = this.#press): Promise<Answer> {
    const answer = await this.#sends('/blitz/login/method/flashCall', { press });
    if (answer.status !== 200) return answer;
    this.visitor.page = { ...this.visitor.page, url: new URL(this.#at('/blitz/login/methods2/flashCall'), this.visitor.base).href };
    await this.visitor.waitsForTheDialler();
    return this.looks();
  }

  enters(code: unknown): Promise<Answer> {
    return this.#sends('/blitz/login/method/flashCall/code', { code });
  }

  async looks(): Promise<Answer> {
    return this.#read(await this.visitor.asks(this.#at('/blitz/login/methods2/flashCall')));
  }

  /** Back in the shop, with tokens. */
  async answersTrust(action = 'do_not_trust'): Promise<Tokens> {
    await this.#sends('/blitz/login/ur/askToTrust', { action });
    return this.visitor.tokens();
  }

  async #sends(path: string, fields: Readonly<Record<string, unknown>>): Promise<Answer> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ ...fields, csrf: this.csrf });
    return this.#read(await this.visitor.asks(this.#at(path), { method: 'POST', headers, body }));
  }

  /** `next` is followed as a client would, until there is something to say or the way leads back to the application. */
  async #read(answer: Response): Promise<Answer> {
    this.types.add(answer.headers.get('content-type'));
    const said = (await answer.json()) as Record<string, unknown>;
    if (typeof said['csrf'] === 'string') this.csrf = said['csrf'];
    if (typeof said['press'] === 'number') this.#press = said['press'];
    const { next } = said;
    if (typeof next !== 'string' || said['errors'] !== undefined) return { ...said, status: answer.status };
    if (answer.status !== 200) throw new Error(`led on with ${String(answer.status)}: nothing was created`);
    if (!new URL(next, this.visitor.base).pathname.startsWith('/blitz/oauth/')) return this.#read(await this.visitor.asks(next));
    await this.visitor.opens(next);
    return { status: 200, back: true };
  }

  #at(path: string): string {
    return `${path}?${new URLSearchParams({ bo: this.#bo }).toString()}`;
  }
}
