/** npm run application: makes an application, or a program that works with the admin API, known to the demo that is running. */
import { ensureNode } from './setup/ensure-node.mjs';

const args = process.argv.slice(2);
const isProgram = args.some((arg) => /^--privilege(=|$)/.test(arg));

const forPrograms = ({ issuer, adminApi }) => ['', `Tokens     ${issuer}/oauth/te`, `Admin API  ${adminApi}`, ''].join('\n');
const forLogins = ({ issuer }) => ['', `Issuer     ${issuer}`, `Discovery  ${issuer}/.well-known/openid-configuration`, ''].join('\n');

ensureNode();
import('./demo/command.mjs').then((room) => room.main('register-application', args, isProgram ? forPrograms : forLogins));
