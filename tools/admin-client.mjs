/** node tools/admin-client.mjs, after `tsc -b`: writes the types of the admin API from its OpenAPI document. `--print` only shows them. */
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { makeTypes } from '../libs/admin-client/make-types.mjs';
import { inRoot } from './setup/root.mjs';

const compiled = (file) => import(pathToFileURL(inRoot('apps', 'blitz-console', 'dist', 'api', file)).href);
const [{ openApiDocument }, { allRoutes }] = await Promise.all([compiled('open-api-document.js'), compiled('sections.js')]);
// Addresses are no part of the types.
const document = openApiDocument(allRoutes, { server: 'http://localhost:9001/', tokens: 'http://localhost:9000/blitz/oauth/te' });
const text = await makeTypes(JSON.parse(JSON.stringify(document)));
if (process.argv.includes('--print')) process.stdout.write(text);
else await writeFile(inRoot('libs', 'admin-client', 'src', 'api.d.ts'), text);
