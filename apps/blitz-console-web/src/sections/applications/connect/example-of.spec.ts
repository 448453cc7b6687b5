import { describe, expect, it } from '@jest/globals';
import type { Application } from '../application-types.ts';
import { exampleOf } from './example-of.ts';

const known: Application = {
  client_id: 'shop', kind: 'web', name: 'Shop', redirect_uris: ['https://shop.example/cb'], post_logout_redirect_uris: [], required_factor: null, refresh_tokens: true,
  privileges: [], has_secret: true, secret_since: null, created_at: '', changed_at: '', issuer: 'https://idp.example/blitz',
};

describe('an example of how an application is connected', () => {
  it('names what it has to know, and no secret', () => {
    const example = exampleOf(known, 'https://console.example');
    for (const each of ['https://idp.example/blitz', "'shop'", 'https://shop.example/cb', 'process.env.CLIENT_SECRET']) expect(example).toContain(each);
    expect(exampleOf({ ...known, kind: 'native' }, '')).toContain('client.None()');
  });

  it('asks for a token with the privileges that a program has', () => {
    const example = exampleOf({ ...known, kind: 'machine', privileges: ['w_app', 'r_audit'] }, 'https://console.example');
    expect(example).toContain("-u 'shop:'\"$CLIENT_SECRET\"");
    expect(example).toContain("scope='w_app r_audit' https://idp.example/blitz/oauth/te");
    expect(example).toContain('https://console.example/blitz/admin/api/v1/');
  });

  it('breaks out of no text, whatever an id is made of', () => {
    expect(exampleOf({ ...known, client_id: "a'b\\c" }, '')).toContain("'a\\'b\\\\c'");
    expect(exampleOf({ ...known, client_id: "a'; rm -rf ~ #", kind: 'machine' }, '')).toContain("-u 'a'\\''%3B%20rm%20-rf%20~%20%23:'");
  });
});
