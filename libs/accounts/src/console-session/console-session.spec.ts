import { describe, expect, it } from '@jest/globals';
import { RecordDeed } from '@blitz/audit';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { Clock } from '@blitz/kernel';
import { FakeAccounts } from '../fakes/fake-accounts.ts';
import { FakeAdministrators } from '../fakes/fake-administrators.ts';
import { FakeConsoleSessions } from '../fakes/fake-console-sessions.ts';
import { FakeEntryLinks } from '../fakes/fake-entry-links.ts';
import { EnterByLink } from './enter-by-link.ts';
import { EntryLinkTags } from './entry-link-tags.ts';
import { FindConsolePerson } from './find-console-person.ts';
import { MakeEntryLink } from './make-entry-link.ts';
import { OpenConsoleSession } from './open-console-session.ts';

class StoppedClock extends Clock {
  at = 1_800_000_000_000;
  now(): number {
    return this.at;
  }
}

const minute = 60_000;
const origin = { address: '192.0.2.1' };
const actor = { id: 'ops@command', kind: 'program', address: '', userAgent: '', correlationId: '' } as const;

async function given() {
  const [clock, audit, accounts, sessions] = [new StoppedClock(), new FakeAuditTrail(), new FakeAccounts(), new FakeConsoleSessions()];
  const administrators = new FakeAdministrators(accounts);
  const [links, tags] = [new FakeEntryLinks(administrators), new EntryLinkTags(Buffer.alloc(32, 1))];
  const open = new OpenConsoleSession(administrators, sessions, clock, audit);
  const [{ sub }, { sub: second }] = [await accounts.create({ login: 'ada' }), await accounts.create({ login: 'bob' })];
  for (const each of [sub, second]) await administrators.save({ sub: each, roles: ['root'], expectedVersion: 0, at: clock.at });
  return {
    ...{ clock, audit, accounts, administrators, sub, open },
    find: new FindConsolePerson(sessions, administrators, clock),
    make: new MakeEntryLink(links, tags, clock, new RecordDeed(audit, clock)),
    enter: new EnterByLink(links, tags, open, clock, audit),
    logsIn: (provedAt = clock.at, before?: string) => open.execute({ sub, provedAt, before, origin }),
  };
}

describe('a session of an administrator', () => {
  it('is theirs, fresh for five minutes after the login at blitz-idp, and in the journal', async () => {
    const { find, logsIn, clock, audit, sub } = await given();
    const person = await find.execute(await logsIn(clock.at - minute));
    expect(person).toMatchObject({ administrator: { account: { login: 'ada' }, roles: ['root'] } });
    expect(person?.session).toEqual({ sub, enteredBy: 'login', openedAt: clock.at, endsAt: clock.at + 480 * minute, freshUntil: clock.at + 4 * minute, expiresAt: clock.at + 15 * minute });
    expect(audit.events).toEqual([{ type: 'administrator_entered', at: clock.at, sub, ...origin, details: { reason: 'login' } }]);
  });

  it('has a new token after each login, and the one before is worth nothing', async () => {
    const { find, logsIn, clock } = await given();
    const first = await logsIn();
    const second = await logsIn(clock.at, first);
    expect(second).not.toBe(first);
    expect([await find.execute(first), (await find.execute(second))?.session.enteredBy]).toEqual([undefined, 'login']);
  });

  it('shows other roles with the next request', async () => {
    const { find, logsIn, administrators, sub, clock } = await given();
    const token = await logsIn();
    await administrators.save({ sub, roles: ['support'], expectedVersion: 1, at: clock.at });
    expect((await find.execute(token))?.administrator.roles).toEqual(['support']);
  });

  it('is over at once when they are dismissed, and does not come back with another appointment', async () => {
    const { find, logsIn, administrators, sub, clock } = await given();
    const [token, other] = [await logsIn(), await logsIn()];
    await administrators.remove(sub, 1);
    expect(await find.execute(token)).toBeUndefined();
    await administrators.save({ sub, roles: ['root'], expectedVersion: 0, at: clock.at + 1 });
    expect([await find.execute(token), await find.execute(other)]).toEqual([undefined, undefined]);
  });

  it('is over at once when their account is locked', async () => {
    const { find, logsIn, accounts, sub } = await given();
    const token = await logsIn();
    await accounts.setLocked(sub, true);
    expect(await find.execute(token)).toBeUndefined();
    await accounts.setLocked(sub, false);
    expect(await find.execute(token)).toBeUndefined();
  });

  it('is opened for nobody else, whose session of before ends all the same', async () => {
    const { find, logsIn, open, accounts, audit } = await given();
    const before = await logsIn();
    const { sub: stranger } = await accounts.create({ login: 'eve' });
    await expect(open.execute({ sub: stranger, provedAt: 0, before, origin })).rejects.toThrow('administrator_unknown');
    expect(audit.events.at(-1)).toMatchObject({ type: 'administrator_refused', sub: stranger, details: { reason: 'not_administrator' } });
    expect(await find.execute(before)).toBeUndefined();
  });
});

describe('a one-time link', () => {
  it('lets in once, for an hour, marked as such, fresh for fifteen minutes, and stands in the journal', async () => {
    const { make, enter, find, clock, audit, sub } = await given();
    const token = await make.execute(sub, actor);
    const person = await find.execute(await enter.execute({ token, before: undefined, origin }));
    expect(person?.session).toMatchObject({ enteredBy: 'link', endsAt: clock.at + 60 * minute, freshUntil: clock.at + 15 * minute });
    await expect(enter.execute({ token, before: undefined, origin })).rejects.toThrow('entry_link_invalid');
    expect(audit.events.map(({ type, details }) => [type, details])).toEqual([
      ['administration', { resource: 'entry_link', deed: 'made', target: sub, actor: 'ops@command' }],
      ['administrator_entered', { reason: 'link' }],
      ['administrator_refused', { reason: 'link_invalid' }],
    ]);
    expect(JSON.stringify(audit.events)).not.toContain(token);
  });

  it('is good for fifteen minutes', async () => {
    const { make, enter, clock, sub } = await given();
    const [early, late] = [await make.execute(sub, actor), await make.execute(sub, actor)];
    clock.at += 15 * minute - 1;
    await enter.execute({ token: early, before: undefined, origin });
    clock.at += 1;
    await expect(enter.execute({ token: late, before: undefined, origin })).rejects.toThrow('entry_link_invalid');
  });

  it('is none, whatever else is brought', async () => {
    const { enter } = await given();
    for (const token of ['', 'x', 'A'.repeat(43), 'A'.repeat(10_000), '\0'.repeat(43), 'Ж'.repeat(43)]) {
      await expect(enter.execute({ token, before: undefined, origin })).rejects.toThrow('entry_link_invalid');
    }
  });

  it('is kept under a tag that only this installation can make', () => {
    const [ours, theirs] = [new EntryLinkTags(Buffer.alloc(32, 1)), new EntryLinkTags(Buffer.alloc(32, 2))];
    const token = ours.newToken();
    expect(ours.of(token)).toBe(ours.of(token));
    expect([theirs.of(token), token]).not.toContain(ours.of(token));
  });
});
