/** Advisory locks of ours: `(blitz, which)`. */
const blitz = 0x626c6974;

/** One service at a time brings the tables up to date. */
export const migrationLock = [blitz, 1] as const;
/** One service at a time decides whether there should be another signing key. */
export const signingKeyLock = [blitz, 2] as const;
/** One at a time takes an administrator's role root away, or locks an account that may have it. */
export const lastRootLock = [blitz, 3] as const;
/** One at a time decides that a value is nobody else's. */
export const uniqueValuesLock = [blitz, 4] as const;
