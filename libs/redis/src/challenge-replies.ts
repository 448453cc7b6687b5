import {
  endings,
  rings,
  type CallVerdict,
  type Challenge,
  type ClaimVerdict,
  type CompletedCall,
  type Ending,
  type EntryVerdict,
  type MadeCall,
  type Ring,
  type RingVerdict,
  type Route,
  type Standing,
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

const entryKinds = new Map<unknown, EntryVerdict['kind']>([
  [1, 'right'],
  [0, 'wrong'],
  [-1, 'blocked'],
  [-2, 'unknown'],
  [-3, 'superseded'],
  [-4, 'used'],
  [-5, 'not_placed'],
  [-6, 'closed'],
  [-7, 'blocked'],
]);

export function readEntryReply(reply: unknown, total: number): EntryVerdict {
  const [verdict = 0, triesLeft = 0, spent = 0, blockedUntil = 0] = readNumbers(reply, 4);
  const because = readEnding((reply as unknown[])[4]);
  const kind = entryKinds.get(verdict);
  if (kind === undefined) throw new TypeError('enter.lua answered something else');
  if (kind === 'unknown') return { kind, triesLeft: 0, budgetLeft: 0, blockedUntil: 0, blockBegins: false };
  const budgetLeft = Math.max(0, total - spent);
  const blockBegins = verdict === -7 || (kind === 'wrong' && blockedUntil > 0);
  const completed = kind === 'right' ? readCompleted(reply as unknown[]) : undefined;
  return {
    kind,
    triesLeft,
    budgetLeft,
    blockedUntil,
    blockBegins,
    ...(kind === 'closed' && because ? { because } : {}),
    ...(completed === undefined ? {} : { completed }),
  };
}

function readCompleted(reply: readonly unknown[]): CompletedCall | undefined {
  const [route, placedAt, canHangUp] = [readRoute(reply[5]), Number(reply[6]), reply[7] === '1'];
  return route === undefined || !Number.isFinite(placedAt) ? undefined : { route, placedAt, canHangUp };
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
        digest: fields['digest'] ?? '',
        triesLeft: Number(fields['triesLeft']),
        expiresAt: Number(fields['expiresAt']),
        ...readRing(fields),
        ...readMade(fields),
      };
    case 'confirmed':
      return { id, login, state, ...readMade(fields) };
    case 'closed':
      return { id, login, state, because: readEnding(fields['because']) ?? 'interrupted' };
    default:
      throw new TypeError('a challenge in an unknown state');
  }
}

/** What older versions wrote does not say who made the call. */
function readMade(fields: Fields): { readonly made?: MadeCall } {
  const { procedure, memo = '', canHangUp, placedAt } = fields;
  const route = readRoute(fields['route']);
  if (procedure === undefined || route === undefined) return {};
  return { made: { call: { procedure, memo, canHangUp: canHangUp === '1' }, route, placedAt: Number(placedAt) } };
}

function readRoute(text: unknown): Route | undefined {
  if (typeof text !== 'string' || text === '') return undefined;
  const { procedure, destination, prefixTag } = JSON.parse(text) as Partial<Record<keyof Route, unknown>>;
  const texts = typeof procedure === 'string' && typeof destination === 'string' && typeof prefixTag === 'string';
  return texts ? { procedure, destination, prefixTag } : undefined;
}

function readRing({ ring: value }: Fields): { readonly ring?: Ring } {
  const ring = rings.find((each) => each === value);
  return ring === undefined ? {} : { ring };
}

function readEnding(value: unknown): Ending | undefined {
  return endings.find((ending) => ending === value);
}

function readNumbers(reply: unknown, count: number): number[] {
  if (!Array.isArray(reply)) throw new TypeError('a script answered something else than a list');
  const numbers = reply.slice(0, count).map(Number);
  if (numbers.length < count || !numbers.every(Number.isFinite)) throw new TypeError('a script answered no numbers');
  return numbers;
}
