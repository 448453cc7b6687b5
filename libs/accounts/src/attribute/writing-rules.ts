import type { Rules } from './attribute-rule.ts';
import type { WritingRules } from '../directory/directory.ts';

/** What has to hold in the directory as a whole. */
export function writingRules({ attributes, country }: Rules): WritingRules {
  return { unique: attributes.filter(({ unique }) => unique).map(({ name }) => name), country };
}
