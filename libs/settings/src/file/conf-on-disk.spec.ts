import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { BlitzConfInvalid } from './blitz-conf-invalid.ts';
import { readBlitzConf } from './read-blitz-conf.ts';

const factors = 'factors = [[{ enabled = true, method = password }], [{ enabled = true, method = flashCall }]]';

describe('files on the disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'blitz-conf-'));
  const at = (name: string): string => join(folder, name);
  const told = (path: string): Promise<string> =>
    readBlitzConf(path).then(String, (error: unknown) =>
      error instanceof BlitzConfInvalid ? error.message : `other ${String(error)}`,
    );

  it('are read, with boot.conf and includes beside them', async () => {
    writeFileSync(at('blitz.conf'), 'include "more.conf"');
    writeFileSync(at('more.conf'), `blitz.a.b.idp.login { ${factors}, required-factor = 2 }`);
    writeFileSync(at('boot.conf'), 'mode = a\ngroup = b');
    expect((await readBlitzConf(at('blitz.conf'))).values['login.required-factor']).toBe(2);
    rmSync(at('boot.conf'));
  });

  it('are named when they are missing, no files, too large, or no text', async () => {
    writeFileSync(at('huge.conf'), '# x\n');
    truncateSync(at('huge.conf'), 1024 * 1024 + 1);
    writeFileSync(at('binary.conf'), Buffer.from([0x61, 0x3d, 0xff, 0xfe]));
    expect(await told(at('nope.conf'))).toBe(
      `The settings can not be used:\n  ${at('nope.conf')} does not exist (BLITZ_CONFIG says which file is read)`,
    );
    expect(await told(folder)).toContain('is not a file');
    expect(await told('/dev/zero')).toContain('is not a file');
    expect(await told(at('huge.conf'))).toContain('is larger than 1048576 bytes');
    expect(await told(at('binary.conf'))).toContain('is not UTF-8 text');
    rmSync(folder, { recursive: true });
  });
});
