/** npm run bench: set-up, then the benchmark with the same arguments. */
import { ensureNode } from './setup/ensure-node.mjs';

ensureNode();
import('./checks/set-up-and-bench.mjs').then((room) => room.main(process.argv.slice(2)));
