import type { Account } from '@blitz/accounts';
import { acr, type Level } from '@blitz/factors';

/** Who asks for how many factors; the strictest wins. */
export interface Demands {
  readonly administrator: Level;
  readonly account: Account | undefined;
  /** `acr_values` and `claims` of the authorization request. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** What the application insists on, in `acr_values` or in `claims`: two factors unless it would be content with one. */
export function requestedLevel(params: Readonly<Record<string, unknown>>): Level {
  const asked = [spaced(params['acr_values']), claimedAcr(params['claims']).values];
  return asked.some((named) => named.includes(acr.twoFactors) && !named.includes(acr.oneFactor)) ? 2 : 1;
}

/** OpenID Connect Core 5.5.1.1: an essential class that we can't give must not be asked for over and over. */
export function asksForTheImpossible(params: Readonly<Record<string, unknown>>): boolean {
  const { essential, values } = claimedAcr(params['claims']);
  return essential && values.length > 0 && !values.some((value) => Object.values<string>(acr).includes(value));
}

export function requiredLevel({ administrator, account, params }: Demands): Level {
  const strictest = Math.max(administrator, account?.requiredFactor ?? 1, requestedLevel(params));
  return strictest === 1 ? 1 : 2;
}

function spaced(value: unknown): string[] {
  return typeof value === 'string' ? value.split(' ').filter((word) => word !== '') : [];
}

interface ClaimedAcr {
  readonly essential: boolean;
  readonly values: readonly string[];
}

/** OpenID Connect Core 5.5: `claims.id_token.acr` with `value` or `values`. */
function claimedAcr(value: unknown): ClaimedAcr {
  if (typeof value !== 'string') return { essential: false, values: [] };
  try {
    const claims = JSON.parse(value) as { id_token?: { acr?: Readonly<Record<string, unknown>> | null } | null } | null;
    const wanted = claims?.id_token?.acr ?? {};
    const values = [wanted['value'], ...(Array.isArray(wanted['values']) ? (wanted['values'] as unknown[]) : [])];
    return { essential: wanted['essential'] === true, values: values.filter((each) => typeof each === 'string') };
  } catch {
    return { essential: false, values: [] };
  }
}
