import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../setup/refusal.mjs';
import { inRoot } from '../setup/root.mjs';

const embedded = (file) => import(inRoot('libs', 'testing', 'dist', 'embedded', file));

/** Given addresses win; what is not given is embedded. */
export function givenStores(env = process.env) {
  const databaseUrl = env.BLITZ_DATABASE_URL || undefined;
  const redisUrl = env.BLITZ_REDIS_URL || undefined;
  return { databaseUrl, redisUrl, kind: databaseUrl !== undefined && redisUrl !== undefined ? 'external' : 'embedded' };
}

/** Root's PostgreSQL runs as another user, who must get through to his folder; everything else in it is closed by itself. */
export async function prepareFolder(folder) {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  await mkdir(folder, { recursive: true, mode });
  await chmod(folder, mode);
  await mkdir(join(folder, 'logs'), { recursive: true, mode: 0o700 });
}

/** The demo's own data only: a PostgreSQL that was given is not ours, and neither are then the secrets that open what it holds. */
export async function forgetDemo(folder, given) {
  const { forgetPlace } = await embedded('reachable-place.js');
  await forgetPlace(join(folder, 'postgres'));
  const others = ['redis', ...(given.databaseUrl === undefined ? ['secrets'] : [])];
  for (const name of others) await rm(join(folder, name), { recursive: true, force: true });
}

export async function startEmbeddedPostgres(folder) {
  const { startPostgres } = await embedded('start-postgres.js');
  return startPostgres({ folder: join(folder, 'postgres') }).catch((error) => {
    if (!error.message.startsWith('The kept data is PostgreSQL')) throw error;
    throw new Refusal(`${error.message}.`, 'npm start -- --fresh', { cause: error });
  });
}

export async function startEmbeddedRedis(folder) {
  const { startRedis } = await embedded('start-redis.js');
  return startRedis({ folder: join(folder, 'redis'), appendOnly: true });
}
