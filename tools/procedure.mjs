/** npm run procedure: looks at and changes the procedures of the demo that is running. */
import { ensureNode } from './setup/ensure-node.mjs';

ensureNode();
import('./demo/command.mjs').then((room) => room.main('procedure', process.argv.slice(2)));
