import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The checkout that these tools stand in, wherever they are called from. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

export const inRoot = (...parts) => join(root, ...parts);
