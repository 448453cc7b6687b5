/** npm run admin: administrators of the demo that is running, and one-time links for them. */
import { ensureNode } from './setup/ensure-node.mjs';

ensureNode();
import('./demo/command.mjs').then((room) => room.main('admin', process.argv.slice(2)));
