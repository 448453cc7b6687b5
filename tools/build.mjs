/** npm run build, after the compiler: what the services start from. */
import { bundle } from './setup/bundle.mjs';

await bundle();
