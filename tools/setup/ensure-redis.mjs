import { findProgram, installSystemPackage } from './system-packages.mjs';

const names = ['redis-server', 'valkey-server'];
const packages = { 'apt-get': 'redis-server', dnf: 'valkey', apk: 'redis', pacman: 'valkey', zypper: 'redis', brew: 'redis' };

const find = () => names.map(findProgram).find(Boolean);

/** Redis comes from no npm package, so it is the one thing that the system must bring. */
export async function ensureRedis({ log } = {}) {
  if (find() !== undefined) return 'installed';
  await installSystemPackage({ program: 'Redis', purpose: 'for counters, sessions and calls', packages, log });
  return 'just installed';
}
