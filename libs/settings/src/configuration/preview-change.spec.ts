import { beforeEach, describe, expect, it } from '@jest/globals';
import { SettingsOffice } from '../fakes/settings-office.ts';
import { PreviewChange } from './preview-change.ts';

const profile = 'login.methods.flashCall.profiles."2"';
let office: SettingsOffice;
const preview = (changes: Readonly<Record<string, unknown>>): ReturnType<PreviewChange['execute']> => new PreviewChange(office.file, office.store, office.rules).execute(changes);

beforeEach(() => {
  office = new SettingsOffice();
});

describe('a change that is tried out', () => {
  it('tells what would be in force, with the odds, and saves nothing', async () => {
    expect(await preview({ [`${profile}.psw-length`]: 6 })).toMatchObject({
      version: 0,
      problems: [],
      differences: [{ key: `${profile}.psw-length`, before: 4, after: 6 }],
      odds: { perLogin: 333_333, untilBlock: 100_000 },
    });
    expect(await office.store.latest()).toBeUndefined();
  });

  it('tells every problem in both languages, and the odds without what is wrong', async () => {
    const { problems, odds, differences } = await preview({ [`${profile}.psw-length`]: 11, [`${profile}.tempLockAfter`]: 20, nope: null });
    expect(problems.map(({ key, text }) => [key, text.ru])).toEqual([
      [`${profile}.psw-length`, expect.stringMatching(/от 3 до 10/)],
      ['nope', expect.stringMatching(/[А-я]/)],
    ]);
    expect([odds.perLogin, odds.untilBlock]).toEqual([3_333, 500]);
    expect(differences).toEqual([{ key: `${profile}.tempLockAfter`, before: 10, after: 20 }]);
  });

  it('leaves what is wrong as it is in force', async () => {
    await office.changes({ [`${profile}.psw-length`]: 6 });
    expect(await preview({ [`${profile}.psw-length`]: 11 })).toMatchObject({ differences: [], odds: { perLogin: 333_333 }, problems: [{}] });
  });

  it('tells what contradicts the file, what nobody would want, and what could not be switched on', async () => {
    await office.changes({ 'login.factors': [[{ method: 'password', enabled: true }], [{ method: 'flashCall', enabled: false }]] });
    office.readiness.needs({ what: 'no_procedure' });
    const { problems, doubts, refusals } = await preview({ 'login.displayNameAttr': 'nickname', 'login.factors': null, [`${profile}.tempLockAfter`]: 2 });
    expect(problems).toMatchObject([{ key: 'login.displayNameAttr' }]);
    expect(doubts.map(({ key }) => key)).toEqual([`${profile}.psw-max-attempts`]);
    expect(refusals).toEqual([{ method: 'flashCall', missing: [{ what: 'no_procedure' }] }]);
  });
});
