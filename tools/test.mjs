/** npm test: all set-up on a fresh machine, then every check. */
import { ensureNode } from './setup/ensure-node.mjs';

ensureNode();
import('./checks/set-up-and-check.mjs').then((room) => room.main(process.argv.slice(2)));
