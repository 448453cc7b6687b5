import {
  endings,
  rings,
  type AskedEntry,
  type CallVerdict,
  type Challenge,
  type ClaimVerdict,
  type Ending,
  type ForgottenBudget,
  type MadeCall,
  type Ring,
  type RingVerdict,
  type Route,
  type Standing,
  type Verification,
} from '@blitz/factors';

/* What the scripts answer, in the domain's words. Anything unexpected throws: a login must not go on a guess (R19). */

export function readCallReply(reply: unknown, total: number): CallVerdict {
  const [verdict = Number.NaN, until = 0, spent = 0] = readNumbers(reply, 3);
  switch (verdict) {
    case 1:
      return { kind: 'called', budgetLeft: total - spent };
    case 0:
      return { kind: 'repeated' };
    case -1:
      return { kind: 'waiting', until };
    case -2:
      return { kind: 'blocked', until, begins: false };
    case -3:
      return { kind: 'unknown' };
    case -4:
      return { kind: 'blocked', until, begins: true };
    default:
      throw new TypeError('call.lua answered something else');
  }
}

const claimKinds = new Map<unknown, ClaimVerdict['kind']>([
  [1, 'claimed'],
  [0, 'late'],
  [-1, 'taken'],
  [-2, 'gone'],
]);

export function readClaimReply(reply: unknown): ClaimVerdict {
  const [verdict, login, address, locale] = Array.isArray(reply) ? (reply as unknown[]) : [];
  const kind = claimKinds.get(verdict);
  if (kind === undefined || typeof login !== 'string') throw new TypeError('claim.lua answered something else');
  if (kind === 'gone') return { kind };
  if (kind !== 'claimed') return { kind, login };
  return { kind, login, address: typeof address === 'string' ? address : '', locale: typeof locale === 'string' ? locale : '' };
}

export function readRingReply(reply: unknown): RingVerdict {
  const [verdict, login] = Array.isArray(reply) ? (reply as unknown[]) : [];
  if (verdict === 0) return { kind: 'ignored' };
  if (verdict !== 1 || typeof login !== 'string') throw new TypeError('ring.lua answered something else');
  return { kind: 'moved', login };
}

export function readForgottenBudget(reply: unknown): ForgottenBudget {
  const [spent = 0, blockedUntil = 0] = readNumbers(reply, 2);
  return { spent, blockedUntil };
}

type Fields = Readonly<Record<string, string>>;

export function readFields(reply: unknown): Fields {
  if (typeof reply !== 'object' || reply === null) throw new TypeError('Redis answered no hash');
  return reply as Fields;
}

export function readStanding(challenge: Fields, budget: Fields): Standing {
  return {
    challenge: readChallenge(challenge),
    presses: Number(challenge['presses'] ?? 0),
    nextCallAt: Number(challenge['nextCallAt'] ?? 0),
    spent: Number(budget['spent'] ?? 0),
    blockedUntil: Number(budget['blockedUntil'] ?? 0),
  };
}

function readChallenge(fields: Fields): Challenge | undefined {
  const { id, login, state = '' } = fields;
  if (id === undefined || login === undefined) return undefined;
  switch (state) {
    case 'queued': {
      const { address = '', locale = '' } = fields;
      return { id, login, state, since: Number(fields['since']), address, locale };
    }
    case 'dialling':
      return { id, login, state, since: Number(fields['since']), ...readRing(fields) };
    case 'awaiting':
      return {
        id,
        login,
        state,
        ...readVerification(fields),
        triesLeft: Number(fields['triesLeft']),
        expiresAt: Number(fields['expiresAt']),
        ...readRing(fields),
        ...readMade(fields),
        ...readAsked(fields),
      };
    case 'confirmed':
      return { id, login, state, ...readMade(fields) };
    case 'closed':
      return { id, login, state, because: readEnding(fields['because']) ?? 'interrupted' };
    default:
      throw new TypeError('a challenge in an unknown state');
  }
}

/** What older versions wrote was verified by us. */
function readVerification({ verifiedBy, digest = '' }: Fields): Verification {
  return verifiedBy === 'provider' ? { verifiedBy } : { verifiedBy: 'digest', digest };
}

/** `entry:until entry:until` */
function readAsked({ asked }: Fields): { readonly asked?: readonly AskedEntry[] } {
  if (asked === undefined) return {};
  const entries = asked.split(' ').map((text) => {
    const at = text.lastIndexOf(':');
    return { entry: text.slice(0, at), until: Number(text.slice(at + 1)) };
  });
  return { asked: entries };
}

/** What older versions wrote does not say who made the call. */
function readMade(fields: Fields): { readonly made?: MadeCall } {
  const { procedure, memo = '', canHangUp, placedAt } = fields;
  const route = readRoute(fields['route']);
  if (procedure === undefined || route === undefined) return {};
  return { made: { call: { procedure, memo, canHangUp: canHangUp === '1' }, route, placedAt: Number(placedAt) } };
}

export function readRoute(text: unknown): Route | undefined {
  if (typeof text !== 'string' || text === '') return undefined;
  const { procedure, destination, prefixTag } = JSON.parse(text) as Partial<Record<keyof Route, unknown>>;
  const texts = typeof procedure === 'string' && typeof destination === 'string' && typeof prefixTag === 'string';
  return texts ? { procedure, destination, prefixTag } : undefined;
}

function readRing({ ring: value }: Fields): { readonly ring?: Ring } {
  const ring = rings.find((each) => each === value);
  return ring === undefined ? {} : { ring };
}

export function readEnding(value: unknown): Ending | undefined {
  return endings.find((ending) => ending === value);
}

export function readNumbers(reply: unknown, count: number): number[] {
  if (!Array.isArray(reply)) throw new TypeError('a script answered something else than a list');
  const numbers = reply.slice(0, count).map(Number);
  if (numbers.length < count || !numbers.every(Number.isFinite)) throw new TypeError('a script answered no numbers');
  return numbers;
}
