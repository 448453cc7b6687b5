import { guardDimensions, type GuardDimension, type GuardedPress } from '@blitz/factors';

/*
 * All guards lie in one slot of a Cluster, for one script reads them together. Names hold tags only: see CallTags.
 */
const prefix = 'blitz:guard:{guards}';

export type BucketKeys = { readonly [Dimension in GuardDimension]: string };
export type FiredKeys = { readonly [Dimension in GuardDimension as `${Dimension}Fired`]: string };

export function bucketKeys({ buckets }: Pick<GuardedPress, 'buckets'>): BucketKeys {
  return Object.fromEntries(guardDimensions.map((each) => [each, bucketKey(each, buckets[each].tag)])) as BucketKeys;
}

export function firedKeys({ buckets }: Pick<GuardedPress, 'buckets'>): FiredKeys {
  return Object.fromEntries(guardDimensions.map((each) => [`${each}Fired`, `${bucketKey(each, buckets[each].tag)}:fired`])) as FiredKeys;
}

export const placedKey = (prefixTag: string): string => `${prefix}:placed:${prefixTag}`;
export const completedKey = (prefixTag: string): string => `${prefix}:completed:${prefixTag}`;
export const quietKey = (prefixTag: string): string => `${prefix}:quiet:${prefixTag}`;

function bucketKey(dimension: GuardDimension, tag: string): string {
  return `${prefix}:${dimension}:${tag}`;
}
