import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const inRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

describe('the client of the admin API', () => {
  it('has the types of the document as it is now (else: npx tsc -b && node tools/admin-client.mjs)', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [inRoot('tools/admin-client.mjs'), '--print'], { maxBuffer: 16 * 1024 * 1024, timeout: 60_000 });
    const kept = await readFile(inRoot('libs/admin-client/src/api.d.ts'), 'utf8');
    // Line by line, so that a difference is shown where it is.
    expect(kept.split('\n')).toEqual(stdout.split('\n'));
    expect(stdout).toContain('"/blitz/admin/api/v1/statistics"');
  }, 90_000);
});
