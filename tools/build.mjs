/** npm run build, after the compiler: what the services start from, and the pages that blitz-console serves. */
import { bundle } from './setup/bundle.mjs';
import { buildConsoleWeb } from './setup/console-web.mjs';

await Promise.all([bundle(), buildConsoleWeb()]);
