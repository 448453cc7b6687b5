import { createHash } from 'node:crypto';
import { Applications, consoleClientSecret } from '@blitz/accounts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applicationUrl, Town } from './support/town.ts';
import { claimsIn } from './support/visitor.ts';

const consoleUrl = 'http://localhost:9001/blitz/console';
const back = `${consoleUrl}/login/callback`;
const verifier = 'v'.repeat(43);
const two = 'urn:blitz:acr:two-factors';

describe('blitz-console as an application', () => {
  let town: Town;
  beforeAll(async () => (town = await Town.open({ variables: { BLITZ_CONSOLE_URL: consoleUrl } })));
  afterAll(() => town.close());

  const secretOf = ({ variables }: Town): string => consoleClientSecret(Buffer.from(String(variables['BLITZ_SECRET']), 'base64'));
  const params = { client_id: 'blitz-console', redirect_uri: back, acr_values: two, scope: 'openid', nonce: 'n', code_challenge: createHash('sha256').update(verifier).digest('base64url') };
  const trades = (where: Town, code: string, secret: string): Promise<Response> =>
    fetch(`${where.base}/oauth/te`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: back, code_verifier: verifier }),
      headers: { authorization: `Basic ${Buffer.from(`blitz-console:${secret}`).toString('base64')}` },
    });

  it('is known without anybody’s doing, by the secret that both services make', async () => {
    const ada = await town.person();
    expect((await ada.goesToShop(params)).text).toContain('Blitz Console');
    await ada.typesPassword();
    await ada.confirms();
    const code = new URL(ada.page.url).searchParams.get('code') ?? '';
    expect((await trades(town, code, 'another-secret')).status).toBe(401);
    const answer = await trades(town, code, secretOf(town));
    const { id_token: token } = (await answer.json()) as { id_token: string };
    expect(claimsIn(token)).toMatchObject({ aud: 'blitz-console', sub: ada.account.sub, acr: two, nonce: 'n', auth_time: expect.any(Number) });
    expect(Object.keys(claimsIn(token))).not.toContain('phone_number');
  });

  it('returns to its own address and nowhere else', async () => {
    const ada = await town.person();
    const page = await ada.goesToShop({ ...params, redirect_uri: `${applicationUrl}/callback` });
    expect(page.status).toBe(400);
  });

  it('stays what it is, whatever stands in the database under its name', async () => {
    await town.service.get(Applications).save({ clientId: 'blitz-console', secret: 'mine', metadata: { redirect_uris: [`${applicationUrl}/callback`], client_name: 'Trap' } });
    expect(await town.service.get(Applications).find('blitz-console')).toMatchObject({ secret: secretOf(town), metadata: { redirect_uris: [back] } });
  });

  it('is unknown where the address of blitz-console is', async () => {
    const lonely = await Town.open();
    try {
      expect(await lonely.service.get(Applications).find('blitz-console')).toBeUndefined();
    } finally {
      await lonely.close();
    }
  });
});
