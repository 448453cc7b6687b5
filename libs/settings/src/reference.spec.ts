import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { settingsReference } from './reference.ts';
import { settingKeys } from './schema/schema.ts';

const page = new URL('../../../docs/settings.md', import.meta.url);

describe('docs/settings.md', () => {
  it('is what the schema says (mend it with: node libs/settings/write-reference.mjs)', () => {
    expect(readFileSync(page, 'utf8')).toBe(settingsReference());
  });

  it('has a row for every setting', () => {
    for (const key of settingKeys) expect(settingsReference()).toContain(`| \`${key}\``);
  });
});
