import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A blitz.conf of the test's own. */
export async function confFile(text: string): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'blitz-conf-'));
  const path = join(folder, 'blitz.conf');
  await writeFile(path, text);
  return { path, remove: () => rm(folder, { recursive: true }) };
}

/** As the guide begins: incoming calls stand in the second list, switched off, and nothing else is said of them. */
export const guideConf = `blitz.prod.local.idp.login {
  factors = [ [ { enabled = true, method = password } ], [ { enabled = false, method = flashCall }, { enabled = false, method = totp } ] ]
  nobody-knows = 1
}
`;
