import { randomInt } from 'node:crypto';

/** A number that nobody can foresee: `+7 8` and nine digits from the system's generator. */
export const drawCallerNumber = (): string => `+78${randomInt(1_000_000_000).toString().padStart(9, '0')}`;
