export interface Page {
  readonly url: string;
  readonly status: number;
  readonly html: string;
  /** The page's words, without its markup. */
  readonly text: string;
  readonly headers: Headers;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

/**
 * Somebody with a browser and no scripts: keeps cookies, follows redirects inside the identity provider, fills in forms. Every
 * page that was ever seen is kept, so that tests can search them all.
 */
export class Person {
  readonly cookies = new Map<string, string>();
  readonly seen: Page[] = [];
  headers: Record<string, string> = { accept: 'text/html', 'accept-language': 'en' };
  /** Switched off in the browser's settings. */
  keepsCookies = true;
  page: Page = { url: '', status: 0, html: '', text: '', headers: new Headers() };

  constructor(readonly base: string) {}

  /** @returns the page, or where it was that the browser left the identity provider */
  async opens(url: string, init: RequestInit = {}): Promise<Page> {
    let next = new URL(url, this.page.url === '' ? this.base : this.page.url);
    let request = init;
    for (let hops = 0; hops < 20; hops += 1) {
      const answer = await this.asks(next.href, request);
      const location = answer.headers.get('location');
      if (answer.status < 300 || answer.status >= 400 || location === null) return this.#turnTo(next.href, answer);
      next = new URL(location, next);
      if (!next.href.startsWith(new URL(this.base).origin)) return this.#turnTo(next.href, answer);
      request = {};
    }
    throw new Error('redirected too often');
  }

  /** One request, no redirect followed. */
  async asks(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...this.headers, ...(cookie === '' ? {} : { cookie }), ...(init.headers as Record<string, string>) };
    const answer = await fetch(new URL(url, this.base), { ...init, headers, redirect: 'manual' });
    if (this.keepsCookies) for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return answer;
  }

  /** Presses the page's form whose address ends so, with its hidden fields and these. */
  async submits(action: string, fields: Fields = {}): Promise<Page> {
    const { url, body } = this.form(action, fields);
    return this.opens(url, { method: 'POST', body, headers: formHeaders });
  }

  form(action: string, fields: Fields = {}): { readonly url: string; readonly body: string } {
    for (const [, tag = '', inside = ''] of this.page.html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)) {
      const target = decode(/action="([^"]*)"/.exec(tag)?.[1] ?? '');
      if (new URL(target, this.page.url).pathname !== action) continue;
      const body = new URLSearchParams();
      for (const [input] of inside.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
        body.append(decode(/name="([^"]*)"/.exec(input)?.[1] ?? ''), decode(/value="([^"]*)"/.exec(input)?.[1] ?? ''));
      }
      for (const [name, value] of Object.entries(fields)) {
        body.delete(name);
        for (const each of typeof value === 'string' ? [value] : value) body.append(name, each);
      }
      return { url: new URL(target, this.page.url).href, body: body.toString() };
    }
    throw new Error(`no form to ${action} on ${this.page.url} (${String(this.page.status)}): ${this.page.text.slice(0, 400)}`);
  }

  /** The same browser in another tab: the same cookies, its own page. */
  anotherTab(): Person {
    const tab = new Person(this.base);
    Object.defineProperty(tab, 'cookies', { value: this.cookies });
    tab.page = this.page;
    return tab;
  }

  async #turnTo(url: string, answer: Response): Promise<Page> {
    const html = await answer.text();
    this.page = { url, status: answer.status, html, text: wordsOf(html), headers: answer.headers };
    this.seen.push(this.page);
    return this.page;
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '' || /expires=Thu, 01 Jan 1970|max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

export const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' };

function decode(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function wordsOf(html: string): string {
  return decode(html.replace(/<(script|style|title|svg)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}
