/** npm run check: what must be green before anything is merged. Set-up is npm test's; this only checks. */
import { ensureNode } from './setup/ensure-node.mjs';

ensureNode();
import('./checks/run-checks.mjs').then((room) => room.main(process.argv.slice(2)));
