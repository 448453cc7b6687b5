import { randomBytes, randomInt } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const adjectives = ['quiet', 'amber', 'early', 'silver', 'gentle', 'northern', 'bright', 'hidden'];
const nouns = ['river', 'harbour', 'meadow', 'lantern', 'orchard', 'compass', 'glacier', 'violin'];

/** Made once, kept beside the data that is encrypted with them. What the environment gives wins and is not written down. */
export async function demoSecrets(folder, env = process.env) {
  const file = join(folder, 'secrets', 'secrets.json');
  const known = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
  const secrets = { ...fresh(), ...known };
  if (Object.keys(secrets).length > Object.keys(known).length) await keep(folder, file, secrets);
  return {
    ...secrets,
    masterKey: env.BLITZ_MASTER_KEY || secrets.masterKey,
    secret: env.BLITZ_SECRET || secrets.secret,
  };
}

function fresh() {
  return {
    masterKey: randomBytes(32).toString('base64'),
    secret: randomBytes(32).toString('base64'),
    providerToken: randomBytes(18).toString('base64url'),
    demoClientSecret: randomBytes(24).toString('base64url'),
    demoPassword: inventedPassword(),
    adminPassword: inventedPassword(),
  };
}

/** Whole or not at all: half a file would lock us out of what is encrypted with the other half. */
async function keep(folder, file, secrets) {
  await mkdir(join(folder, 'secrets'), { recursive: true, mode: 0o700 });
  const draft = `${file}.draft`;
  await writeFile(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, file);
}

const inventedPassword = () => `${pick(adjectives)}-${pick(nouns)}-${randomInt(1000, 10_000)}`;

function pick(words) {
  return words[randomInt(words.length)];
}
