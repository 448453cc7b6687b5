/** npm start. The check of Node's version comes first and alone: everything else is written for the Node we need. */
import { ensureNode } from './setup/ensure-node.mjs';

ensureNode();
import('./demo/start-demo.mjs').then((room) => room.startDemo(process.argv.slice(2)));
