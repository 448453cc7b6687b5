import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ImportFailed, type ImportErrorCode } from '@blitz/accounts';
import { DomainError, newId } from '@blitz/kernel';

const cipher = 'aes-256-ctr';
const readAtOnce = 64 * 1024;

/**
 * What somebody sends, until it is worked off: on disk, so that its size costs no memory. It may hold passwords, so it has no name
 * from the first byte on and is enciphered under a key that this process alone has: a crash leaves nothing that can be read.
 */
export class SpooledFile {
  readonly #key = randomBytes(32);
  readonly #start = randomBytes(16);
  #bytes = 0;

  private constructor(private readonly handle: FileHandle) {}

  /** @throws DomainError `import_too_large`; ImportFailed `upload_cut_off` */
  static async receive(source: Readable, largest: number): Promise<SpooledFile> {
    const path = join(tmpdir(), `blitz-import-${newId()}`);
    const handle = await open(path, 'wx+', 0o600);
    await unlink(path);
    const file = new SpooledFile(handle);
    try {
      await file.#fill(source, largest);
      return file;
    } catch (error) {
      await file.close();
      throw source.errored === null || error instanceof DomainError ? error : new ImportFailed('upload_cut_off', { cause: error });
    }
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** From the beginning, as often as needed. */
  async *read(): AsyncGenerator<Buffer> {
    const decipher = createDecipheriv(cipher, this.#key, this.#start);
    for (let position = 0; ; ) {
      const { bytesRead, buffer } = await this.handle.read(Buffer.allocUnsafe(readAtOnce), 0, readAtOnce, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield decipher.update(buffer.subarray(0, bytesRead));
    }
  }

  close(): Promise<void> {
    return this.handle.close();
  }

  async #fill(source: Readable, largest: number): Promise<void> {
    const enciphered = createCipheriv(cipher, this.#key, this.#start);
    for await (const chunk of source as AsyncIterable<Buffer>) {
      this.#bytes += chunk.length;
      if (this.#bytes > largest) throw new DomainError<ImportErrorCode>('import_too_large', { bytes: largest });
      await this.handle.appendFile(enciphered.update(chunk));
    }
  }
}
