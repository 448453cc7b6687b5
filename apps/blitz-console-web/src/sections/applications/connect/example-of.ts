import type { Application } from '../application-types.ts';

/** Something to begin with: for programs a shell, for others JavaScript with the package `openid-client`. @param here where the admin API is */
export function exampleOf({ kind, client_id: id, issuer, redirect_uris: [redirectUri = ''], privileges }: Application, here: string): string {
  if (kind === 'machine') {
    return [
      `curl -u ${quoted(`${encodeURIComponent(id)}:`)}"$CLIENT_SECRET" -d grant_type=client_credentials \\`,
      `  -d scope=${quoted(privileges.join(' '))} ${issuer}/oauth/te`,
      '# with "access_token" of the answer as $TOKEN:',
      `curl -H "Authorization: Bearer $TOKEN" ${here}/blitz/admin/api/v1/openapi.json`,
    ].join('\n');
  }
  const credentials = kind === 'web' ? 'process.env.CLIENT_SECRET' : 'undefined, client.None()';
  return [
    "import * as client from 'openid-client';",
    '',
    `const blitz = await client.discovery(new URL(${text(issuer)}), ${text(id)}, ${credentials});`,
    'const verifier = client.randomPKCECodeVerifier();',
    'const login = client.buildAuthorizationUrl(blitz, {',
    `  redirect_uri: ${text(redirectUri)}, scope: 'openid profile',`,
    "  code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',",
    '});',
    '// Send the browser to `login`. When it is back at the redirect address:',
    'const tokens = await client.authorizationCodeGrant(blitz, currentUrl, { pkceCodeVerifier: verifier });',
  ].join('\n');
}

const text = (value: string): string => `'${value.replaceAll(/['\\]/g, '\\$&')}'`;
/** For a shell. */
const quoted = (value: string): string => `'${value.replaceAll("'", "'\\''")}'`;
