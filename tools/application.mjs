/** npm run application: makes an application known to the demo that is running. */
import { ensureNode } from './setup/ensure-node.mjs';

const addresses = (issuer) => ['', `Issuer     ${issuer}`, `Discovery  ${issuer}/.well-known/openid-configuration`, ''].join('\n');

ensureNode();
import('./demo/command.mjs').then((room) => room.main('register-application', process.argv.slice(2), addresses));
