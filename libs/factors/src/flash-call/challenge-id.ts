import { newId } from '@blitz/kernel';

/** `<sub>.<random>`: unguessable, and tells whose it is. */
export function newChallengeId(sub: string): string {
  return `${sub}.${newId()}`;
}

/** The account that a challenge belongs to; undefined for what is no challenge's id. */
export function accountOf(challengeId: string): string | undefined {
  const at = challengeId.lastIndexOf('.');
  return at > 0 && at < challengeId.length - 1 ? challengeId.slice(0, at) : undefined;
}
