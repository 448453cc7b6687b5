import { hkdfSync } from 'node:crypto';

/**
 * A 256-bit key for one purpose from the deployment's secret (HKDF, RFC 5869): no two uses share a key, and none of them
 * tells anything about the secret.
 */
export function deriveKey(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `blitz ${purpose}`, 32));
}
