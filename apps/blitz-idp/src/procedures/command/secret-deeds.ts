import { text } from 'node:stream/consumers';
import { notKeptFor } from '@blitz/procedures';
import type { Deed } from './deed.ts';
import { Refusal } from './refusal.ts';

const saveSecret: Deed = async (desk, { what: name, values: { host: hosts = [] }, stamp }) => {
  if (hosts.length === 0) throw new Refusal('--host is missing: which hosts may the secret go to? It may be given several times.');
  const value = (await text(process.stdin)).replace(/\r?\n$/, '');
  await desk.secrets.save({ name, value, hosts, ...stamp });
  const { secrets, procedures } = await desk.store.set();
  const kept = secrets.find((each) => each.name === name);
  const locked = procedures.filter((each) => kept !== undefined && each.secrets.includes(name) && notKeptFor(kept, each.hosts) !== undefined);
  const warnings = locked.map((each) => `${each.key} is asked for no call any more: it reaches ${each.hosts.join(', ')}.`);
  return [`The secret ${name} is saved for ${(kept?.hosts ?? hosts).join(', ')}. It is not shown again.`, ...warnings].join('\n');
};

const deleteSecret: Deed = async (desk, { what: name, stamp }) => {
  await desk.secrets.delete({ name, ...stamp });
  return `The secret ${name} is deleted.`;
};

const reseal: Deed = async (desk, { stamp }) => {
  const { changed, unreadable } = await desk.secrets.reseal(stamp);
  const done = `${changed} secrets were sealed anew.`;
  if (unreadable.length === 0) return done;
  throw new Refusal(`${done} No master key opens ${unreadable.join(', ')}: put the key that sealed them behind the first and try again, or save them anew.`);
};

export const secretDeeds = { secret: saveSecret, 'secret-delete': deleteSecret, reseal } as const;
