/** Writes docs/settings.md anew from the built schema: `npx tsc -b libs/settings && node libs/settings/write-reference.mjs`. */
import { writeFileSync } from 'node:fs';
import { settingsReference } from '@blitz/settings';

writeFileSync(new URL('../../docs/settings.md', import.meta.url), settingsReference());
