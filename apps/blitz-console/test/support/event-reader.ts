/** Reads server-sent events, as a browser does. */
export class EventReader {
  readonly events: { readonly name: string; readonly data: unknown; readonly id: string }[] = [];
  readonly #leave = new AbortController();
  lastId = '';
  ended = false;

  static async open(url: string, headers: Readonly<Record<string, string>>): Promise<EventReader> {
    const reader = new EventReader();
    const answer = await fetch(url, { headers: { ...headers, accept: 'text/event-stream' }, signal: reader.#leave.signal });
    if (answer.status !== 200 || answer.body === null) throw new Error(`refused with ${String(answer.status)}: ${await answer.text()}`);
    void reader.#read(answer.body).catch(() => undefined).finally(() => (reader.ended = true));
    return reader;
  }

  leave(): void {
    this.#leave.abort();
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) this.#take(block);
    }
  }

  #take(block: string): void {
    const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
    this.lastId = fields.get('id') ?? this.lastId;
    const data = fields.get('data');
    if (data !== undefined) this.events.push({ name: fields.get('event') ?? 'message', data: JSON.parse(data) as unknown, id: this.lastId });
  }
}
