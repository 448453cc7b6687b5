import { describe, expect, it } from '@jest/globals';
import { elements } from '../../test/elements.ts';
import type { Frame } from '../frame.ts';
import { blockedPage } from './blocked-page.tsx';
import { callOfferPage, type CallOfferModel } from './call-offer-page.tsx';
import { errorPage } from './failure-pages.tsx';
import { otherBrowserPage } from './login-state-pages.tsx';
import { logoutPage } from './logout-page.tsx';
import { passwordPage } from './password-page.tsx';
import { trustPage } from './trust-page.tsx';

const frame: Frame = { language: 'en', path: '/login', csrf: 'token', recoveryUrl: '/blitz/recovery' };
const field = (html: string, name: string) =>
  Object.fromEntries(elements(html).find(({ attributes }) => attributes.get('name') === name)?.attributes ?? []);
const words = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

describe('the password page', () => {
  const render = (more: Partial<Parameters<typeof passwordPage>[0]> = {}) => passwordPage({ frame, action: '/login', ...more });

  it('lets password managers in, and never sends a password back', () => {
    expect(field(render(), 'login')).toMatchObject({ autocomplete: 'username', autofocus: '', value: '' });
    expect(field(render(), 'password')).toMatchObject({ type: 'password', autocomplete: 'current-password' });
    expect(field(render(), 'password')).not.toHaveProperty('value');
  });

  it('starts at the password when the login is known', () => {
    expect(field(render({ loginHint: 'ada' }), 'login')).not.toHaveProperty('autofocus');
    expect(field(render({ loginHint: 'ada' }), 'password')).toHaveProperty('autofocus');
  });

  it('offers to show the password only with scripts', () => {
    expect(elements(render()).find(({ attributes }) => attributes.has('data-reveal'))?.attributes.has('hidden')).toBe(true);
  });

  it('links to recovery if there is one', () => {
    expect(render()).toContain('href="/blitz/recovery"');
    expect(render({ frame: { language: 'en', path: '/' } })).not.toContain('Forgot');
    expect(render({ frame: { ...frame, recoveryUrl: 'javascript:alert(1)' } })).not.toContain('alert(1)');
  });

  it('says until when it is blocked, in words and as a time that the script can localise', () => {
    const now = Date.UTC(2026, 0, 2, 13, 50);
    const html = render({ failure: { error: 'blocked', until: now + 900_000, now } });
    expect(words(html)).toContain('You can try again in 15 minutes (at 14:05 UTC).');
    expect(html).toContain('<time datetime="2026-01-02T14:05:00.000Z"');
  });
});

describe('the offer of a call', () => {
  const model: CallOfferModel = { frame, action: '/call', press: '1', maskedNumber: '+7 ··· ··· 12 34', codeLength: 4, otherMethods: [] };

  it('says which number rings, that it is unknown, not to answer, that it is free, and what to type', () => {
    const text = words(callOfferPage(model));
    expect(text).toContain('We will call +7 ··· ··· 12 34');
    expect(text).toContain('from an unknown number.');
    expect(text).toContain('Don’t answer. The call costs you nothing.');
    expect(text).toContain('Type the last 4 digits of the number that calls.');
  });

  it('calls by a POST that names its press (R2, R3)', () => {
    expect(callOfferPage(model)).toMatch(/<form method="post" action="\/call"[^>]*>.*name="press" value="1".*Call me/s);
  });

  it.each([
    [5, false],
    [4, true],
    [1, true],
  ])('with %i attempts left, warns: %s', (budgetLeft, warned) => {
    expect(callOfferPage({ ...model, budgetLeft }).includes('before calls to you are paused')).toBe(warned);
  });

  it('tells of a password that was used without the second factor, and lets the person say so', () => {
    const now = Date.UTC(2026, 0, 2, 13, 50);
    const html = callOfferPage({ ...model, passwordUsed: { at: now - 86_400_000, now, notMeHref: '/not-me' } });
    expect(words(html)).toContain('Your password was used on 1 January at 13:50 UTC, but the login was not confirmed.');
    expect(html).toContain('<a href="/not-me">This wasn’t me</a>');
  });
});

describe('a block', () => {
  const at = Date.UTC(2026, 0, 2, 23, 50);
  const model = { frame, until: at + 900_000, now: at };

  it('is no dead end: other methods, or whom to ask', () => {
    expect(blockedPage({ ...model, otherMethods: [{ name: 'Passkey', href: '/key' }] })).toContain('href="/key"');
    expect(blockedPage({ ...model, otherMethods: [] })).toContain('ask your administrator');
  });

  it('names the day when it ends on another one', () => {
    expect(words(blockedPage({ ...model, otherMethods: [] }))).toContain('in 15 minutes (on 3 January at 00:05 UTC)');
    const russian = { ...frame, language: 'ru' } as const;
    expect(words(blockedPage({ ...model, frame: russian, otherMethods: [] }))).toContain('через 15 минут (3 января в 00:05 UTC)');
  });
});

describe('the other pages', () => {
  it('ask for trust with two answers', () => {
    const html = trustPage({ frame, action: '/trust', days: 30 });
    const answers = elements(html).filter(({ attributes }) => attributes.get('name') === 'action');
    expect(answers.map(({ attributes }) => attributes.get('value'))).toEqual(['trust', 'do_not_trust']);
    expect(html).toContain('For 30 days');
  });

  it.each([
    ['en', 30, 'For 365 days we will ask for your password only, without a call, if you log in here at least every 30 days.'],
    ['en', 1, 'if you log in here at least every day.'],
    ['en', 365, 'For 365 days we will ask for your password only, without a call, when you log in here.'],
    ['ru', 30, 'В течение 365 дней для входа здесь понадобится только пароль, без звонка, если входить хотя бы раз в 30 дней.'],
    ['ru', 21, 'хотя бы раз в 21 день.'],
    ['ru', 3, 'хотя бы раз в 3 дня.'],
    ['ru', 365, 'без звонка.'],
  ] as const)('promise in %s no more trust than there is: forgotten after %i days of no use', (language, idleDays, text) => {
    expect(words(trustPage({ frame: { ...frame, language }, action: '/trust', days: 365, idleDays }))).toContain(text);
  });

  it('log out only by the button that says so, with the fields that were given', () => {
    const html = logoutPage({ frame, action: '/logout', hidden: [{ name: 'xsrf', value: 'a"b' }] });
    expect(html).toContain('name="xsrf" value="a&quot;b"');
    expect(html.match(/name="logout" value="yes"/g)).toHaveLength(1);
    expect(html).toContain('Stay logged in');
  });

  it('show an error’s code only if it looks like one, and general words for codes without their own', () => {
    expect(errorPage({ frame, error: 'invalid_request' })).toContain('<dd>invalid_request</dd>');
    expect(errorPage({ frame, error: 'constructor' })).toContain('This login can’t continue');
    expect(errorPage({ frame, error: 'Call +7 900 000 for help' })).not.toContain('900');
  });

  it('show no link that a browser would run', () => {
    expect(otherBrowserPage({ frame, returnHref: 'javascript:alert(1)' })).not.toMatch(/<a class="button/);
  });
});
