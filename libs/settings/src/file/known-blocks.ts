import { pathOf, settingKeys } from '../schema/schema.ts';

/** The keys of blitz.conf as a tree: a block leads on, `true` is a setting. */
export interface KnownBlocks {
  readonly [key: string]: KnownBlocks | true;
}

export const knownBlocks: KnownBlocks = build();

function build(): KnownBlocks {
  const root: Record<string, KnownBlocks | true> = {};
  for (const key of settingKeys) {
    const path = pathOf(key);
    let block = root;
    path.forEach((step, index) => {
      if (index === path.length - 1) block[step] = true;
      else block = (block[step] ??= {}) as Record<string, KnownBlocks | true>;
    });
  }
  return root;
}
