import { Refusal } from './refusal.mjs';
import { findProgram, installSystemPackage } from './system-packages.mjs';

const names = ['redis-server', 'valkey-server'];
const packages = { 'apt-get': 'redis-server', dnf: 'valkey', apk: 'redis', pacman: 'valkey', zypper: 'redis', brew: 'redis' };

const find = () => names.map(findProgram).find(Boolean);

/** Redis comes from no npm package, so it is the one thing that the system must bring. */
export async function ensureRedis({ log } = {}) {
  if (find() !== undefined) return 'installed';
  await installSystemPackage({ program: 'Redis', purpose: 'for counters, sessions and calls', packages, log });
  if (find() === undefined) throw new Refusal('Redis was installed, but neither redis-server nor valkey-server can be found.', 'export PATH="$PATH:/folder/of/redis"');
  return 'just installed';
}
