/** npm run application: makes an application known to the demo that is running. */
import { ensureNode } from './setup/ensure-node.mjs';

ensureNode();
import('./demo/register-application.mjs').then((room) => room.main(process.argv.slice(2)));
