export { Argon2PasswordHashes } from './argon2-password-hashes.ts';
export { owaspParameters } from './argon2-format.ts';
export type { Argon2Parameters } from './argon2-format.ts';
export { defaultHashLimits } from './hash-queue.ts';
export type { HashLimits } from './hash-queue.ts';
