/**
 * Speed, as ratios within one run: `npm run bench` (`npm run bench -- entries presses` for some of it; `directory` with its million
 * accounts only by name).
 * Prints what it measured and writes results.json and results.md beside this file.
 */
import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { execFileSync } from 'node:child_process';
import { benchTown } from './town.mjs';
import { calls } from './scenarios/calls.mjs';
import { cpu } from './scenarios/cpu.mjs';
import { directory } from './scenarios/directory.mjs';
import { entries } from './scenarios/entries.mjs';
import { idle } from './scenarios/idle.mjs';
import { journal } from './scenarios/journal.mjs';
import { procedures } from './scenarios/procedures.mjs';
import { presses } from './scenarios/presses.mjs';
import { roundTrips } from './scenarios/round-trips.mjs';

const usual = { idle, procedures, entries, presses, calls, cpu, roundTrips };
/** Seeds take minutes: only when they are named. */
const large = { directory, journal };
const scenarios = { ...usual, ...large };
const chosen = process.argv.slice(2).filter((name) => name in scenarios);

function machine() {
  const redis = execFileSync('redis-server', ['--version'], { encoding: 'utf8' }).match(/v=([\d.]+)/)?.[1];
  return {
    cpu: `${cpus()[0]?.model.trim() ?? 'unknown'} × ${String(cpus().length)}`,
    memory: `${String(Math.round(totalmem() / 2 ** 30))} GiB`,
    node: process.version,
    redis: redis ?? 'unknown',
    system: `${process.platform} ${process.arch}`,
  };
}

function readable(facts, rows) {
  const shown = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(2));
  return [
    '# Speed',
    '',
    'Written by `npm run bench`; each figure is the median of several runs on one machine, and noisy ones at that.',
    '',
    ...Object.entries(facts).map(([name, value]) => `- ${name}: ${value}`),
    '',
    '| what | measured | reach | |',
    '|---|---|---|---|',
    ...rows.map(({ name, value, unit, target, ok }) => `| ${name} | ${shown(value)} ${unit} | ${target} | ${ok ? 'reached' : 'missed'} |`),
    '',
    ...rows.filter(({ note }) => note).map(({ name, note }) => `- **${name}**: ${note}`),
    '',
  ].join('\n');
}

const facts = machine();
console.log(Object.entries(facts).map(([name, value]) => `${name}: ${value}`).join('\n'));
const town = await benchTown();
const rows = [];
try {
  for (const [name, scenario] of Object.entries(scenarios)) {
    if (chosen.length > 0 ? !chosen.includes(name) : name in large) continue;
    console.log(`\n${name} …`);
    for (const row of await scenario(town)) {
      rows.push(row);
      console.log(`  ${row.ok ? '✓' : '✗'} ${row.name}: ${row.value.toFixed(2)} ${row.unit} (reach ${row.target})${row.note ? `\n    ${row.note}` : ''}`);
    }
  }
} finally {
  await town.close();
}
if (chosen.length === 0) {
  const plain = rows.map(({ name, value, unit, target, ok }) => ({ name, value: Number(value.toFixed(3)), unit, target, ok }));
  await writeFile(new URL('results.json', import.meta.url), `${JSON.stringify(plain, null, 2)}\n`);
  await writeFile(new URL('results.md', import.meta.url), readable(facts, rows));
}
