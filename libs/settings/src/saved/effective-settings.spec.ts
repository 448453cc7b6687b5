import { describe, expect, it } from '@jest/globals';
import { fakeFileSettings } from '../fakes/fake-file-settings.ts';
import { effectiveSettings } from './effective-settings.ts';

const entry = (method: string, enabled: boolean): { readonly method: string; readonly enabled: boolean } => ({ method, enabled });

describe('saved settings', () => {
  it('win over the file, and the file over the defaults, key by key', () => {
    const file = fakeFileSettings({ 'login.session.ttlInSec': 7200, 'login.session.inactivityPeriodInSec': 600 });
    const { settings, sources, ignored } = effectiveSettings(file, { 'login.session.ttlInSec': 9000 });
    expect(settings.session).toEqual({ ttlSec: 9000, inactivitySec: 600 });
    expect(settings.trustedBrowser.activeTtlSec).toBe(31_536_000);
    expect(sources).toMatchObject({
      'login.session.ttlInSec': 'saved',
      'login.session.inactivityPeriodInSec': 'file',
      'login.uaActiveTtlInSec': 'default',
    });
    expect(ignored).toEqual([]);
  });

  it('switch and order the methods of the file', () => {
    const file = fakeFileSettings();
    const { settings } = effectiveSettings(file, { 'login.factors': [[], [entry('flashCall', false)]] });
    expect(settings.factors).toEqual({ first: [entry('password', true)], second: [entry('flashCall', false)] });
  });

  it('never bring a method that is not in the list of the file, not even one that this version has', () => {
    const file = fakeFileSettings({ 'login.factors': [[entry('password', true)], []] });
    const { settings, values } = effectiveSettings(file, {
      'login.factors': [
        [entry('flashCall', true), entry('password', true)],
        [entry('flashCall', true), entry('password', true)],
      ],
    });
    expect(values['login.factors']).toEqual([[entry('password', true)], []]);
    expect(settings.factors).toEqual({ first: [entry('password', true)], second: [] });
  });

  it('keep order and switches among many methods, and a method new in the file comes last', () => {
    const file = fakeFileSettings({
      'login.factors': [[entry('password', true)], [entry('totp', true), entry('flashCall', true), entry('webAuthn', false)]],
    });
    const { values } = effectiveSettings(file, {
      'login.factors': [[], [entry('webAuthn', true), entry('sms', true), entry('totp', false)]],
    });
    expect(values['login.factors'][1]).toEqual([entry('webAuthn', true), entry('totp', false), entry('flashCall', true)]);
  });

  it('that no longer fit the schema are ignored key by key, the others hold', () => {
    const { settings, sources, ignored } = effectiveSettings(fakeFileSettings(), {
      'login.required-factor': 'two',
      'login.old-key': 1,
      'login.session.ttlInSec': 9000,
      'login.methods.flashCall.profiles."2".psw-length': 99,
    });
    expect([settings.login.requiredFactor, settings.session.ttlSec, settings.flashCall.codeLength]).toEqual([2, 9000, 4]);
    expect(ignored.map(({ key }) => key)).toEqual([
      'login.required-factor',
      'login.old-key',
      'login.methods.flashCall.profiles."2".psw-length',
    ]);
    expect(sources['login.required-factor']).toBe('file');
  });

  it('that contradict the file of today are ignored', () => {
    const file = fakeFileSettings({
      'lang.default': 'ru',
      'id-attrs.attrsMeta': fakeFileSettings().values['id-attrs.attrsMeta'].filter(({ name }) => name !== 'locale'),
    });
    const { settings, ignored } = effectiveSettings(file, { 'lang.available': ['en'], 'login.displayNameAttr': 'locale' });
    expect(settings.lang).toEqual({ default: 'ru', available: ['en', 'ru'] });
    expect(settings.login.displayNameAttribute).toBe('name');
    expect(ignored.map(({ key }) => key).sort()).toEqual(['lang.available', 'login.displayNameAttr']);
  });

  it('make settings that nobody can write to', () => {
    const { settings } = effectiveSettings(fakeFileSettings(), {});
    expect(() => Object.assign(settings.flashCall, { codeLength: 1 })).toThrow(TypeError);
    expect(() => Object.assign(settings.attributes[0] ?? {}, { name: 'x' })).toThrow(TypeError);
  });
});
