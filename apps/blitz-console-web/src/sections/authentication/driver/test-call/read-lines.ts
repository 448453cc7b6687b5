/** Lines of JSON as they come, each as soon as it is whole (application/x-ndjson). */
export async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator {
  const [reader, decoder] = [body.getReader(), new TextDecoder()];
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as unknown;
    }
    if (rest.trim() !== '') yield JSON.parse(rest) as unknown;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
