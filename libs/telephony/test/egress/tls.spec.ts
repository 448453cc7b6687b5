import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { EgressFault } from '@blitz/procedures';
import { faultOf, localEgress, providerName, responseOf, sending } from './asking.ts';
import { certificateFor, Provider, type Certificate } from './provider.ts';

let right: Certificate;
let wrong: Certificate;
beforeAll(async () => {
  right = await certificateFor(providerName);
  wrong = await certificateFor('other.example');
});
let provider: Provider;
afterEach(() => provider.closes());

const urlOf = ({ port }: Provider): string => `https://${providerName}:${port}/call`;

async function failing(authorities: readonly string[]): Promise<Pick<EgressFault, 'fault' | 'neverSent' | 'message'>> {
  const egress = localEgress(provider.port, { authorities });
  const { fault, neverSent, message } = faultOf(await egress.send(sending(urlOf(provider), { method: 'POST', body: '{}' })));
  egress.close();
  expect(provider.heard).toEqual([]);
  return { fault, neverSent, message };
}

describe('a provider by https', () => {
  it('is asked under its name, at the checked address, on a connection that is kept', async () => {
    provider = await Provider.tls(right);
    const egress = localEgress(provider.port, { authorities: [right.cert] });
    expect(responseOf(await egress.send(sending(urlOf(provider)))).text).toBe('{}');
    expect(responseOf(await egress.send(sending(urlOf(provider)))).text).toBe('{}');
    expect(provider.heard[0]?.headers.host).toBe(`${providerName}:${provider.port}`);
    expect(provider.connections).toBe(1);
    egress.close();
  });

  it('is found at the second of its addresses when nobody listens at the first', async () => {
    provider = await Provider.tls(right);
    const resolve = () => Promise.resolve(['127.0.0.4', '127.0.0.1'].map((address) => ({ address, family: 4 })));
    const egress = localEgress(provider.port, { authorities: [right.cert], resolve });
    const answer = await egress.send(sending(urlOf(provider), { method: 'POST', body: 'once' }));
    expect(responseOf(answer).text).toBe('{}');
    expect(provider.heard.map(({ body }) => body)).toEqual(['once']);
    egress.close();
  });

  it('R13 hears nothing when nobody vouches for its certificate', async () => {
    provider = await Provider.tls(right);
    expect(await failing([])).toEqual({
      fault: 'tls_failed',
      neverSent: true,
      message: `no trusted connection (TLS) to ${providerName}:${provider.port}: DEPTH_ZERO_SELF_SIGNED_CERT`,
    });
  });

  it('R13 hears nothing when its certificate is for another name', async () => {
    provider = await Provider.tls(wrong);
    expect(await failing([wrong.cert])).toMatchObject({ fault: 'tls_failed', neverSent: true, message: /ERR_TLS_CERT_ALTNAME_INVALID$/ });
  });

  it('R13 that speaks an old TLS hears nothing', async () => {
    provider = await Provider.tls({ ...right, minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' });
    expect(await failing([right.cert])).toMatchObject({ fault: 'tls_failed', neverSent: true });
  });

  it('R13 that refuses us after the handshake is in doubt: the request was already out', async () => {
    provider = await Provider.tls({ ...right, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.3' });
    expect(await failing([right.cert])).toMatchObject({ fault: 'broken_off', neverSent: false });
  });
});
