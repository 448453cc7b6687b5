import type { Redis } from 'ioredis';
import { accountOf, OpenEntries, type EntryVerdict, type PaidEntry } from '@blitz/factors';
import { DomainError, type Sealer } from '@blitz/kernel';
import { readVerdictText } from './entry-replies.ts';
import { entryKey, verdictKey } from './keys.ts';
import type { LiveUpdates } from './live-updates.ts';

/** What was typed is no secret for long, and nobody waits longer. */
const keepMs = 60_000;
/** An announcement can be lost with its connection; then the next look finds what it told of. */
const lookAgainMs = 2_000;

/** Entries on their way, in Redis: sealed, taken away by whoever claims them. */
export class RedisOpenEntries extends OpenEntries {
  constructor(
    private readonly redis: Redis,
    private readonly updates: LiveUpdates,
    private readonly sealer: Sealer,
  ) {
    super();
  }

  async keep(paid: PaidEntry): Promise<void> {
    const { asker, challengeId, entry } = paid;
    const sealed = this.sealer.seal(JSON.stringify(paid), purposeOf(challengeId, entry));
    await this.redis.set(entryKey(asker.sub, entry), sealed, 'PX', keepMs);
  }

  async claim(challengeId: string, entry: string): Promise<PaidEntry | undefined> {
    const sealed = await this.redis.getdel(entryKey(getAccount(challengeId), entry));
    return sealed === null ? undefined : (JSON.parse(this.sealer.open(sealed, purposeOf(challengeId, entry))) as PaidEntry);
  }

  verdict(challengeId: string, entry: string, withinMs: number): Promise<EntryVerdict | undefined> {
    const sub = getAccount(challengeId);
    return new Promise((resolve, reject) => {
      const endings: (() => void)[] = [];
      const end = (deed: () => void): void => {
        for (const ending of endings.splice(0)) ending();
        deed();
      };
      const look = (): void => {
        this.#find(sub, entry).then(
          (verdict) => { if (verdict !== undefined) end(() => { resolve(verdict); }); },
          (error: unknown) => { end(() => { reject(error instanceof Error ? error : new Error('Redis gave no answer', { cause: error })); }); },
        );
      };
      const [over, again] = [setTimeout(() => { end(() => { resolve(undefined); }); }, withinMs), setInterval(look, lookAgainMs)];
      endings.push(() => { clearTimeout(over); }, () => { clearInterval(again); });
      // Without announcements it is looked for now and then.
      const listening = this.updates.listen(sub, look);
      endings.push(() => { listening.then((stop) => { stop(); }, () => undefined); });
      listening.then(look, look);
    });
  }

  async #find(sub: string, entry: string): Promise<EntryVerdict | undefined> {
    const text = await this.redis.get(verdictKey(sub, entry));
    return text === null ? undefined : readVerdictText(text);
  }
}

/** Sealed for one entry of one challenge: opened as another, it is nothing. */
function purposeOf(challengeId: string, entry: string): string {
  return `entry ${entry} of ${challengeId}`;
}

function getAccount(challengeId: string): string {
  const sub = accountOf(challengeId);
  if (sub === undefined) throw new DomainError('challenge_unknown');
  return sub;
}
