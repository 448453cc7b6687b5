import { Refusal } from '../setup/refusal.mjs';
import { inRoot } from '../setup/root.mjs';

const ports = { idp: 9000, console: 9001, recovery: 9003, simulator: 9010, demo: 9020 };
const last = 500;

/** A slot is a demo of its own: ports moved by a hundred each, and a folder for what it keeps. So checkouts run side by side. */
export function readSlot(text = process.env.BLITZ_SLOT) {
  const wanted = text === undefined || text === '' ? '0' : text.trim();
  if (!/^\d{1,3}$/.test(wanted) || Number(wanted) > last) {
    throw new Refusal(`BLITZ_SLOT must be a whole number from 0 to ${last}, and it is ${JSON.stringify(text)}.`, 'BLITZ_SLOT=1 npm start');
  }
  const number = Number(wanted);
  const shifted = Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, port + 100 * number]));
  return { number, ports: shifted, folder: inRoot(number === 0 ? '.blitz' : `.blitz-${number}`), last };
}
