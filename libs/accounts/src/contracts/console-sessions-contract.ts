import { describe, expect, it } from '@jest/globals';
import { newId } from '@blitz/kernel';
import { consoleSessionTimes, type ConsoleSession } from '../console-session/console-session.ts';
import type { ConsoleSessions } from '../console-session/console-sessions.ts';

const now = 1_800_000_000_000;
const { idleMs, longestMs } = consoleSessionTimes;
const session: ConsoleSession = { sub: '00000000-0000-4000-8000-000000000000', enteredBy: 'login', openedAt: now, endsAt: now + longestMs, freshUntil: now + 5 };

/** What every store of console sessions does; run by the fake and by the adapter. */
export function consoleSessionsContract(open: () => ConsoleSessions): void {
  const opened = async (more: Partial<ConsoleSession> = {}): Promise<string> => {
    const token = newId();
    await open().open(token, { ...session, ...more });
    return token;
  };

  describe('a store of console sessions', () => {
    it('knows a session by its token, and nothing by any other', async () => {
      const token = await opened();
      expect(await open().use(token, now + 1)).toEqual({ ...session, expiresAt: now + 1 + idleMs });
      for (const other of ['', newId(), `${token}x`, '\0', 'x'.repeat(5_000)]) expect(await open().use(other, now + 1)).toBeUndefined();
    });

    it('keeps a session alive as long as something happens in it', async () => {
      const token = await opened();
      for (let times = 1; times <= 5; times += 1) expect(await open().use(token, now + times * (idleMs - 1))).toBeDefined();
    });

    it.each([
      ['lives a moment before the idle time is over', idleMs - 1, true],
      ['is over when the idle time is', idleMs, false],
    ])('%s', async (_what, laterMs, alive) => {
      const token = await opened();
      expect((await open().use(token, now + laterMs)) !== undefined).toBe(alive);
      expect((await open().use(token, now + laterMs)) !== undefined).toBe(alive);
    });

    it('ends at its end, whatever happens in it, and says so before', async () => {
      const token = await opened({ endsAt: now + 1_000 });
      expect(await open().use(token, now + 999)).toMatchObject({ expiresAt: now + 1_000 });
      expect(await open().use(token, now + 1_000)).toBeUndefined();
    });

    it('ends once when told to', async () => {
      const token = await opened({ enteredBy: 'link' });
      expect(await open().use(token, now)).toMatchObject({ enteredBy: 'link' });
      expect(await Promise.all([open().end(token), open().end(token)])).toEqual(expect.arrayContaining([true, false]));
      expect(await open().use(token, now)).toBeUndefined();
      expect(await open().end(newId())).toBe(false);
    });
  });
}
