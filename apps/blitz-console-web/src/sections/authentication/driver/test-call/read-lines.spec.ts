import { describe, expect, it } from '@jest/globals';
import { readLines } from './read-lines.ts';

const bytes = new TextEncoder();

async function lines(chunks: readonly Uint8Array[]): Promise<unknown[]> {
  const found: unknown[] = [];
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  for await (const line of readLines(stream)) found.push(line);
  return found;
}

describe('the steps of a test call', () => {
  it('are read wherever the network cuts them, within a letter too', async () => {
    const whole = bytes.encode('{"kind":"log","lines":["Привет"]}\n{"kind":"end"}\n');
    for (let at = 1; at < whole.length; at += 1) {
      expect(await lines([whole.slice(0, at), whole.slice(at)])).toEqual([{ kind: 'log', lines: ['Привет'] }, { kind: 'end' }]);
    }
  });

  it('need no line end behind the last, and nothing is nothing', async () => {
    expect(await lines([bytes.encode('{"a":1}\n\n{"b":2}')])).toEqual([{ a: 1 }, { b: 2 }]);
    expect(await lines([])).toEqual([]);
  });

  it('that are no JSON are an error', async () => {
    await expect(lines([bytes.encode('{"a":\n')])).rejects.toThrow(SyntaxError);
  });
});
