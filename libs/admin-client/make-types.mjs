import openapiTS, { astToString } from 'openapi-typescript';

const head = '// Made by tools/admin-client.mjs from the OpenAPI document of the admin API. Do not edit.\n';

/** The text of `src/api.d.ts`. */
export async function makeTypes(document) {
  return head + astToString(await openapiTS(document, { alphabetize: true }));
}
