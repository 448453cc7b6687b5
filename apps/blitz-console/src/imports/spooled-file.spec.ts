import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { SpooledFile } from './spooled-file.ts';

const source = (...chunks: string[]): Readable => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

async function textOf(file: SpooledFile): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of file.read()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('a file that waits on disk', () => {
  it('is read as it came, as often as needed, across what is read at once', async () => {
    const text = 'é🙂,'.repeat(50_000);
    const file = await SpooledFile.receive(source('login\n', text, ''), 10 ** 7);
    expect([await textOf(file), await textOf(file)]).toEqual([`login\n${text}`, `login\n${text}`]);
    expect(file.bytes).toBe(6 + Buffer.byteLength(text));
    await file.close();
  });

  it('of exactly the largest size is taken, and a byte more is refused', async () => {
    await (await SpooledFile.receive(source('12345', '67890'), 10)).close();
    await expect(SpooledFile.receive(source('12345', '678901'), 10)).rejects.toMatchObject({ code: 'import_too_large' });
  });

  it('that breaks off on its way is known as such', async () => {
    const broken = Readable.from((function* () {
      yield Buffer.from('login\n');
      throw new Error('aborted');
    })());
    await expect(SpooledFile.receive(broken, 10 ** 6)).rejects.toMatchObject({ because: 'upload_cut_off' });
  });
});
