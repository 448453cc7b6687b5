import type { Account } from '@blitz/accounts';
import { acr, type Level } from '@blitz/factors';

/** Who asks for how many factors; the strictest wins. */
export interface Demands {
  readonly administrator: Level;
  readonly account: Account | undefined;
  /** `acr_values` and `claims` of the authorization request. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** What the application insists on: two factors unless one of the classes that it names is content with one. */
export function requestedLevel(params: Readonly<Record<string, unknown>>): Level {
  const named = [...spaced(params['acr_values']), ...claimed(params['claims'])];
  return named.includes(acr.twoFactors) && !named.includes(acr.oneFactor) ? 2 : 1;
}

export function requiredLevel({ administrator, account, params }: Demands): Level {
  const strictest = Math.max(administrator, account?.requiredFactor ?? 1, requestedLevel(params));
  return strictest === 1 ? 1 : 2;
}

function spaced(value: unknown): string[] {
  return typeof value === 'string' ? value.split(' ').filter((word) => word !== '') : [];
}

/** OpenID Connect Core 5.5: `claims.id_token.acr` with `value` or `values`. */
function claimed(value: unknown): string[] {
  if (typeof value !== 'string') return [];
  try {
    const claims = JSON.parse(value) as { id_token?: { acr?: { value?: unknown; values?: unknown } | null } } | null;
    const wanted = claims?.id_token?.acr;
    const values = [wanted?.value, ...(Array.isArray(wanted?.values) ? (wanted.values as unknown[]) : [])];
    return values.filter((each) => typeof each === 'string');
  } catch {
    return [];
  }
}
