import { run } from '@blitz/platform';
import { consoleEnvironment } from './environment.ts';
import { makeConsole } from './make-console.ts';

await run('blitz-console', () => makeConsole(consoleEnvironment()));
