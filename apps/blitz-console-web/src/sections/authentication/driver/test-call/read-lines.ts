/** Lines of JSON as they come, each as soon as it is whole (application/x-ndjson). */
export async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string>).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as unknown;
    }
    if (rest.trim() !== '') yield JSON.parse(rest) as unknown;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
