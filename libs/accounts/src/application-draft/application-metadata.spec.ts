import { describe, expect, it } from '@jest/globals';
import type { ApplicationDraft } from './application-draft.ts';
import { changedMetadata, draftOf, metadataOf } from './application-metadata.ts';

const web: ApplicationDraft = { kind: 'web', name: 'Shop', redirectUris: ['https://shop.example/cb'], postLogoutRedirectUris: ['https://shop.example/'], requiredFactor: null, refreshTokens: true };
const drafts: readonly ApplicationDraft[] = [
  web,
  { ...web, requiredFactor: 2, refreshTokens: false, postLogoutRedirectUris: [] },
  { ...web, kind: 'native', redirectUris: ['com.example.app:/cb'] },
  { kind: 'machine', name: 'Ops', privileges: ['w_app', 'r_audit'] },
];

describe('what an administrator says of an application', () => {
  it.each(drafts)('is read again as it was said: $kind', (draft) => {
    expect(draftOf('x', metadataOf(draft))).toEqual(draft);
    expect(draftOf('x', JSON.parse(JSON.stringify(metadataOf(draft))) as Record<string, unknown>)).toEqual(draft);
  });

  it('is made out of what a command or an older version entered', () => {
    expect(draftOf('old', { redirect_uris: ['https://old.example/'] })).toEqual({
      kind: 'web', name: 'old', redirectUris: ['https://old.example/'], postLogoutRedirectUris: [], requiredFactor: null, refreshTokens: true,
    });
    expect(draftOf('phone', { token_endpoint_auth_method: 'none', client_name: 'Phone' })).toMatchObject({ kind: 'native', name: 'Phone', redirectUris: [] });
    expect(draftOf('odd', { client_name: 7, redirect_uris: 'x', grant_types: null, privileges: ['w_app', 'root', 7] })).toEqual({ kind: 'machine', name: 'odd', privileges: ['w_app'] });
  });

  it('leaves alone what it does not speak of, and takes back what it no longer says', () => {
    const before = { ...metadataOf({ ...web, requiredFactor: 2 }), require_auth_time: true };
    expect(changedMetadata(before, { ...web, name: 'New' })).toEqual({ ...metadataOf({ ...web, name: 'New' }), require_auth_time: true });
  });
});
