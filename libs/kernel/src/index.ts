export { Clock } from './clock.ts';
export { SystemClock } from './system-clock.ts';
export { DomainError } from './domain-error.ts';
export { newId } from './new-id.ts';
export { Sealer } from './sealer.ts';
export { deriveKey } from './derive-key.ts';
export { asciiDigits } from './ascii-digits.ts';
