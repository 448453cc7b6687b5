import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const ivBytes = 12;
const tagBytes = 16;

/**
 * Encrypts what must rest encrypted (signing keys, client secrets) with AES-256-GCM under a master key.
 * A sealed text names its key, so that older keys can still open what they sealed while a new one is in use, and is bound to
 * its `purpose`: a text sealed for one row or kind can't be opened as another.
 */
export class Sealer {
  readonly #keys: readonly { readonly id: string; readonly key: Buffer }[];

  /** @param masterKeys 32 bytes each; the first seals, all of them open. */
  constructor(masterKeys: readonly Buffer[]) {
    if (masterKeys.length === 0) throw new RangeError('at least one master key is needed');
    this.#keys = masterKeys.map((key) => {
      if (key.length !== 32) throw new RangeError('a master key has 32 bytes');
      return { id: createHash('sha256').update('key-id').update(key).digest('base64url').slice(0, 8), key };
    });
  }

  seal(plain: string, purpose: string): string {
    const [current] = this.#keys;
    if (current === undefined) throw new RangeError('no master key');
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', current.key, iv).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `v1.${current.id}.${sealed.toString('base64url')}`;
  }

  /** @throws RangeError if the key is unknown, the text was altered, or it was sealed for another purpose. */
  open(sealed: string, purpose: string): string {
    const [version, id, body] = sealed.split('.');
    const known = this.#keys.find((each) => each.id === id);
    if (version !== 'v1' || known === undefined || body === undefined) throw new RangeError('sealed with an unknown key');
    const bytes = Buffer.from(body, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', known.key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(bytes.length - tagBytes));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]).toString('utf8');
    } catch (cause) {
      throw new RangeError('the sealed text was altered or belongs elsewhere', { cause });
    }
  }
}
