import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { errorCode } from './error-code.ts';

export class ResponseTooLarge extends Error {}
export class ResponseUnreadable extends Error {}

const maxBytes = 256 * 1024;

/**
 * The body as text. What comes in is counted while it comes, and what it unpacks to while it is unpacked: never is more of it
 * in memory than what we would take.
 */
export async function responseText(response: IncomingMessage): Promise<string> {
  // Received first, whatever it is: what nobody reads to its end keeps its connection.
  const bytes = await received(response);
  const { 'content-encoding': encoding = '', 'content-type': type = '' } = response.headers;
  return decoderOf(type).decode(await unpacked(bytes, encoding));
}

async function received(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop early ends the connection.
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new ResponseTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function unpacked(bytes: Buffer, encoding: string): Promise<Buffer> {
  const unpack = unpackerOf(encoding.trim().toLowerCase(), bytes);
  if (unpack === undefined || bytes.length === 0) return bytes;
  try {
    return await unpack(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    throw errorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? new ResponseTooLarge() : new ResponseUnreadable('it is not compressed as it says');
  }
}

type Unpack = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;
const unpackers = {
  gzip: promisify(gunzip) as Unpack,
  br: promisify(brotliDecompress) as Unpack,
  deflate: promisify(inflate) as Unpack,
  bareDeflate: promisify(inflateRaw) as Unpack,
};

/** RFC 9110, 8.4.1. Several at once are refused: nobody needs them, but bombs in bombs. */
function unpackerOf(encoding: string, bytes: Buffer): Unpack | undefined {
  switch (encoding) {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return unpackers.gzip;
    case 'br':
      return unpackers.br;
    case 'deflate':
      // RFC 9110 notes that some servers leave out the wrapping of RFC 1950, which begins with 8 in its low half.
      return ((bytes[0] ?? 0) & 0x0f) === 8 ? unpackers.deflate : unpackers.bareDeflate;
    default:
      throw new ResponseUnreadable('it is compressed in a way that we do not read');
  }
}

/** Bytes that are no text become U+FFFD: the digits beside them can still be read. */
function decoderOf(contentType: string): TextDecoder {
  const charset = /;\s*charset\s*=\s*"?(?<charset>[^\s;"]+)/iu.exec(contentType)?.groups?.['charset'] ?? 'utf-8';
  try {
    return new TextDecoder(charset);
  } catch {
    throw new ResponseUnreadable('its alphabet (charset) is not one that we read');
  }
}
