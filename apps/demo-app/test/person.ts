/** A browser without scripts and the person before it: keeps cookies as `localhost` does, for all ports, and follows links. */
export class Person {
  readonly cookies = new Map<string, string>();
  readonly #language: string;

  constructor(language = 'en') {
    this.#language = language;
  }

  /** One request, no redirect followed. */
  async asks(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    headers.set('accept-language', this.#language);
    const response = await fetch(url, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  /** Follows redirects to the page at their end. */
  async goes(url: string, init: RequestInit = {}): Promise<{ readonly url: string; readonly status: number; readonly text: string }> {
    for (let [next, with_]: [string, RequestInit] = [url, init], hops = 0; hops < 12; hops += 1) {
      const response = await this.asks(next, with_);
      const to = response.headers.get('location');
      if (to === null) return { url: next, status: response.status, text: await response.text() };
      [next, with_] = [new URL(to, next).href, {}];
    }
    throw new Error('redirected in circles');
  }

  presses(url: string): ReturnType<Person['goes']> {
    return this.goes(url, { method: 'POST' });
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const expired = attributes.some((each) => /^max-age=0$/i.test(each) || (/^expires=/i.test(each) && new Date(each.slice(8)).getTime() < 1e12));
    if (expired || value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
