import { Refusal } from '../setup/refusal.mjs';

export const help = `npm start                    everything: packages, build, stores, demo data, services
npm start -- --fresh         the same, after forgetting what the demo kept
npm run dev                  the same, rebuilding and restarting what you change
npm run admin -- -h          while it runs: who may work in the console, and one-time links into it
npm run application -- -h    while it runs: makes an application of yours known to it
npm run procedure -- -h      while it runs: the programs that have calls made

BLITZ_SLOT=1 npm start       beside another one: ports moved by 100, data of its own
BLITZ_DATABASE_URL=…         your PostgreSQL instead of the embedded one
BLITZ_REDIS_URL=…            your Redis instead of the private one
BLITZ_CONFIG=…               your blitz.conf instead of the one in this folder
`;

const known = { '--fresh': 'fresh', '--watch': 'watch', '--help': 'help', '-h': 'help' };

export function readOptions(args) {
  const options = { fresh: false, watch: false, help: false };
  for (const arg of args) {
    const name = known[arg];
    if (name === undefined) throw new Refusal(`${arg} is no option of npm start.`, 'npm start -- --help');
    options[name] = true;
  }
  return options;
}
