import { generateKeyPairSync } from 'node:crypto';
import { newId } from '@blitz/kernel';
import type { SigningKey } from './signing-key.ts';

/** A fresh ES256 key that signs from `activatesAt` on. */
export function newSigningKey(now: number, activatesAt: number): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = newId();
  const named = { kid, alg: 'ES256', use: 'sig' } as const;
  return {
    kid,
    alg: 'ES256',
    publicJwk: { ...publicKey.export({ format: 'jwk' }), ...named },
    privateJwk: { ...privateKey.export({ format: 'jwk' }), ...named },
    createdAt: now,
    activatesAt,
  };
}
