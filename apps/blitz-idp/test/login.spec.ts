import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Town } from './support/town.ts';
import { claimsIn } from './support/visitor.ts';

describe('a login', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
  });
  afterAll(() => town.close());

  it('goes by password, incoming call and last digits back to the shop, which is told of two factors', async () => {
    const ada = await town.person();
    expect((await ada.goesToShop()).text).toContain('The shop');
    expect((await ada.typesPassword()).text).toContain(`··· ··· ${ada.phone.slice(-4, -2)} ${ada.phone.slice(-2)}`);
    await ada.asksForCall();
    await ada.enters(await ada.lastDigits());
    await ada.answersTrust();
    const { id_token } = await ada.tokens();
    expect(claimsIn(id_token)).toMatchObject({
      sub: ada.account.sub,
      amr: ['pwd', 'tel', 'mfa', 'mca'],
      acr: 'urn:blitz:acr:two-factors',
      phone_number: ada.phone,
    });
  });
});
