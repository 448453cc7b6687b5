import { run } from '@blitz/platform';
import { idpEnvironment } from './environment.ts';
import { makeIdp } from './make-idp.ts';

await run('blitz-idp', () => makeIdp(idpEnvironment()));
