import type { ApplicationValues } from '../application-types.ts';
import type { ApplicationsWords } from '../en.ts';

/** How the fields are called, and how their values are told where two versions are compared. */
export function labelsIn(words: ApplicationsWords) {
  return {
    labels: {
      client_id: words.clientId,
      name: words.name,
      redirect_uris: words.redirectUris,
      post_logout_redirect_uris: words.postLogoutRedirectUris,
      required_factor: words.requiredFactor,
      refresh_tokens: words.refreshTokens,
      privileges: words.privileges,
    },
    show: (name: keyof ApplicationValues, value: unknown): string => {
      if (name === 'required_factor') return value === 2 ? words.on : words.off;
      if (typeof value === 'boolean') return value ? words.on : words.off;
      if (Array.isArray(value)) return value.length === 0 ? words.empty : value.join(', ');
      return String(value);
    },
    rules: words.rules,
    problems: words.problems,
  };
}
