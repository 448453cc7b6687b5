/** A browser at the console: keeps cookies, follows nothing by itself, and knows the session's token once it has asked for it. */
export class ConsoleBrowser {
  readonly cookies = new Map<string, string>();
  csrf = '';

  constructor(readonly base: string) {}

  /** One request, as a page of ours makes it. */
  async asks(path: string, { method = 'GET', headers = {}, body }: { method?: string; headers?: Readonly<Record<string, string>>; body?: unknown } = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, this.base), {
      method,
      redirect: 'manual',
      headers: { ...(cookie === '' ? {} : { cookie }), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return answer;
  }

  /** A request that changes something, with all that our pages send. */
  changes(path: string, { method = 'POST', headers = {}, body }: { method?: string; headers?: Readonly<Record<string, string>>; body?: unknown } = {}): Promise<Response> {
    return this.asks(path, { method, body, headers: { 'x-blitz-csrf': this.csrf, 'sec-fetch-site': 'same-origin', ...headers } });
  }

  /** What the pages are told of the session; undefined when there is none. */
  async session(): Promise<Session | undefined> {
    const answer = await this.asks('/blitz/console/session');
    if (answer.status === 401) return undefined;
    const session = (await answer.json()) as Session;
    this.csrf = session.csrf_token;
    return session;
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '' || attributes.some((each) => /expires=thu, 01 jan 1970/i.test(each))) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

export interface Session {
  readonly person: { readonly sub: string; readonly name: string; readonly login: string };
  readonly roles: readonly string[];
  readonly privileges: readonly string[];
  readonly csrf_token: string;
  readonly entered_by: string;
  readonly fresh_until: string | null;
  readonly expires_at: string;
}
