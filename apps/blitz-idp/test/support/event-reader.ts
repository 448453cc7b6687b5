import type { Person } from './person.ts';

type Event = Readonly<Record<string, unknown>>;

/** A page that listens to server-sent events. */
export class EventReader {
  text = '';
  ended = false;
  readonly #stop = new AbortController();

  private constructor(readonly headers: Headers) {}

  /** @throws when the stream is refused */
  static async open(person: Person, url: string): Promise<EventReader> {
    const stop = new AbortController();
    const answer = await person.asks(url, { headers: { accept: 'text/event-stream' }, signal: stop.signal });
    if (answer.status !== 200 || answer.body === null) throw new Error(`refused with ${String(answer.status)}`);
    const reader = new EventReader(answer.headers);
    reader.#stop.signal.addEventListener('abort', () => {
      stop.abort();
    });
    void reader.#read(answer.body);
    return reader;
  }

  all(): Event[] {
    return [...this.text.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => JSON.parse(data) as Event);
  }

  last(): Event | undefined {
    return this.all().at(-1);
  }

  /** Each state once, in the order in which they were told. */
  states(): unknown[] {
    return this.all().map(({ state }) => state).filter((state, index, all) => state !== all[index - 1]);
  }

  close(): void {
    this.#stop.abort();
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const bytes of body) this.text += decoder.decode(bytes, { stream: true });
    } catch {
      // Closed by us.
    }
    this.ended = true;
  }
}
