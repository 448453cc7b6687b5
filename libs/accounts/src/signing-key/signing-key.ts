export type Jwk = Readonly<Record<string, unknown>>;

/**
 * A key that tokens are signed with.
 *
 *   made ──▶ published ── activatesAt ──▶ signs ── the next one activates ──▶ published ── retiresAt ──▶ gone
 *
 * It is published before it signs, so that nobody meets a token whose key they have not seen, and stays published until the
 * last token it signed is over.
 */
export interface SigningKey {
  readonly kid: string;
  readonly alg: 'ES256';
  readonly publicJwk: Jwk;
  /** Rests encrypted. */
  readonly privateJwk: Jwk;
  readonly createdAt: number;
  readonly activatesAt: number;
  /** Undefined while no other key has taken over. */
  readonly retiresAt?: number;
}

/** What verifiers are shown at this moment. */
export function publishedKeys(keys: readonly SigningKey[], now: number): SigningKey[] {
  return keys.filter(({ retiresAt }) => retiresAt === undefined || retiresAt > now);
}

/** The key that signs at this moment. */
export function currentKey(keys: readonly SigningKey[], now: number): SigningKey | undefined {
  return publishedKeys(keys, now)
    .filter(({ activatesAt }) => activatesAt <= now)
    .reduce<SigningKey | undefined>((last, key) => (last === undefined || key.activatesAt >= last.activatesAt ? key : last), undefined);
}
