import { describe, expect, it } from '@jest/globals';
import { SettingsOffice } from '../fakes/settings-office.ts';

describe('what an administrator changes', () => {
  it('is in the journal with what was in force before and after, and who did it', async () => {
    const office = new SettingsOffice();
    await office.changes({ 'login.session.ttlInSec': 7200, 'login.uaActiveTtlInSec': 3_000_000 });
    expect(office.audit.types()).toEqual(['settings_saved', 'administration']);
    const change = { 'login.session.ttlInSec': { before: 10_800, after: 7200 }, 'login.uaActiveTtlInSec': { before: '31,536,000', after: '3,000,000' } };
    expect(office.deeds()).toMatchObject([{ address: '192.0.2.1', details: { resource: 'settings', deed: 'changed', target: 'version-1', actor: 'admin', change } }]);
  });

  it('tells what a key that goes back to the file goes back to', async () => {
    const office = new SettingsOffice();
    await office.changes({ 'login.session.ttlInSec': 7200 });
    await office.changes({ 'login.session.ttlInSec': null });
    expect(office.deeds().at(-1)).toMatchObject({ details: { change: { 'login.session.ttlInSec': { before: 7200, after: 10_800 } } } });
  });

  it('is refused to whoever looked at an older version, before anything else is looked at', async () => {
    const office = new SettingsOffice();
    await office.changes({ 'login.session.ttlInSec': 7200 });
    await expect(office.changes({ nope: 1 }, 0)).rejects.toMatchObject({ code: 'settings_changed_meanwhile' });
    expect(office.deeds()).toHaveLength(1);
  });

  it('by two at once is done once', async () => {
    const office = new SettingsOffice();
    const both = await Promise.allSettled([7200, 7300].map((ttl) => office.changes({ 'login.session.ttlInSec': ttl }, 0)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(office.deeds()).toHaveLength(1);
  });
});
