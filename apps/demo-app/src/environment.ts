import type { DemoOptions } from './demo.ts';

function readUrl(name: string, value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw new RangeError(`${name} must be an http or https address.`);
  return url;
}

/** @throws RangeError with one sentence for whoever started it. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): DemoOptions {
  const port = env['BLITZ_DEMO_PORT'] ?? '9020';
  if (!/^[0-9]{1,5}$/.test(port) || Number(port) > 65_535) throw new RangeError('BLITZ_DEMO_PORT must be a port number from 0 to 65535.');
  const own = readUrl('BLITZ_DEMO_URL', env['BLITZ_DEMO_URL'] ?? `http://localhost:${port}`);
  if (own.pathname !== '/' || own.search !== '' || own.hash !== '') throw new RangeError('BLITZ_DEMO_URL must have no path: the application stands at its root.');
  const { BLITZ_DEMO_CLIENT_SECRET: clientSecret } = env;
  return {
    host: env['BLITZ_HOST'] ?? '127.0.0.1',
    port: Number(port),
    url: own.origin,
    issuer: readUrl('BLITZ_ISSUER', env['BLITZ_ISSUER'] ?? 'http://localhost:9000/blitz'),
    clientId: env['BLITZ_DEMO_CLIENT_ID'] ?? 'demo',
    ...(clientSecret !== undefined && clientSecret !== '' && { clientSecret }),
  };
}
