/** node tools/console-web.mjs: builds the pages of blitz-console, when their sources have changed since. */
import { buildConsoleWeb } from './setup/console-web.mjs';

await buildConsoleWeb();
