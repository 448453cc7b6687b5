import { createHash, createHmac } from 'node:crypto';

/** What the guest may ask the host for: texts in, text out, nothing else. Thrown messages go to the administrator. */
export const hostFunctions = {
  secret: (run, name) => {
    if (!Object.hasOwn(run.secrets, name)) throw new Error(`secrets.get: there is no secret "${name.slice(0, 64)}"`);
    return run.secrets[name];
  },
  hash: (_run, algorithm, text, encoding) => {
    if (!['sha256', 'sha1', 'md5'].includes(algorithm)) throw new Error('sha256, sha1 or md5 was expected');
    return createHash(algorithm).update(text, 'utf8').digest(binary(encoding));
  },
  hmac: (_run, key, keyEncoding, text, encoding) => {
    const bytes = keyEncoding === 'utf8' ? Buffer.from(key, 'utf8') : bytesOf(key, keyEncoding);
    return createHmac('sha256', bytes).update(text, 'utf8').digest(binary(encoding));
  },
  encode: (_run, text, as) => Buffer.from(text, 'utf8').toString(binary(as)),
  decode: (_run, encoded, from) => utf8(bytesOf(encoded, from)),
  log: (run, line) => {
    run.logs.add(line);
    return '';
  },
};

const alphabets = { hex: /^(?:[0-9a-f]{2})*$/i, base64: /^[A-Za-z0-9+/]*={0,2}$/, base64url: /^[A-Za-z0-9_-]*={0,2}$/ };

function binary(encoding) {
  if (!Object.hasOwn(alphabets, encoding)) throw new Error('hex, base64 or base64url was expected');
  return encoding;
}

/** Node reads as far as it can; a provider's broken key or answer should be told, not shortened. */
function bytesOf(text, encoding) {
  const bytes = Buffer.from(text, binary(encoding));
  const bare = text.replace(/=+$/, '');
  const canonical = encoding === 'hex' ? bytes.toString('hex') === text.toLowerCase() : bytes.toString(encoding).replace(/=+$/, '') === bare;
  if (!alphabets[encoding].test(text) || !canonical) throw new Error(`${encoding} was expected, but the text is none`);
  return bytes;
}

function utf8(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error('UTF-8 was expected, but the bytes are none');
  }
}
