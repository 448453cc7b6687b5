import type { Frame, Method } from './frame.ts';
import {
  alreadyDonePage,
  blockedPage,
  callOfferPage,
  closedPage,
  codePage,
  consoleEnterPage,
  consoleLoggedOutPage,
  consoleRefusedPage,
  cookiesPage,
  errorPage,
  loggedOutPage,
  loginOverPage,
  logoutPage,
  methodsPage,
  methodWords,
  noFactorPage,
  notCallablePage,
  notFoundPage,
  otherBrowserPage,
  passwordPage,
  tooManyPage,
  trustPage,
  unavailablePage,
  type CallOfferModel,
  type Closing,
  type CodeModel,
  type Language,
} from './index.ts';

/** What the samples are filled with; a test puts hostile strings here. */
export interface SampleWords {
  readonly application: string;
  readonly person: string;
  readonly login: string;
  readonly number: string;
  readonly id: string;
  readonly csrf: string;
}

const friendly: SampleWords = {
  application: 'Demo application',
  person: 'Ada Lovelace',
  login: 'ada',
  number: '+7 ··· ··· 12 34',
  id: 'r7Kx2mWq9TzUe4bYc1',
  csrf: 'sample-token',
};

const now = Date.UTC(2026, 10, 24, 13, 50);
const minute = 60_000;

const closings = [
  'burned',
  'expired',
  'late',
  'interrupted',
  'not_queued',
  'reset',
  'number_changed',
  'code_too_short',
  'provider_refused',
  'provider_unavailable',
  'provider_failed',
] as const satisfies readonly Closing[];

/**
 * Every page in every state, by name: for looking at them, and for the tests that must have seen them all.
 *
 * @param at where a page of that name is served
 */
export function gallery(language: Language, at = (name: string) => `/${name}`, words = friendly): ReadonlyMap<string, string> {
  const frame = (name: string): Frame => ({
    language,
    path: at(name),
    csrf: words.csrf,
    applicationName: words.application,
    recoveryUrl: '/blitz/recovery',
  });
  return new Map([
    ...passwordSamples(frame, words),
    ...offerSamples(frame, words),
    ...codeSamples(frame, words),
    ...endSamples(frame, words),
    ...messageSamples(frame, words),
    ...consoleSamples(frame),
  ]);
}

type Framed = (name: string) => Frame;
type Samples = readonly (readonly [name: string, html: string])[];

function methods(language: Language): readonly Method[] {
  return (['totp', 'webAuthn', 'recoveryCode'] as const).map((method) => ({ ...methodWords(language, method), href: '/methods' }));
}

function passwordSamples(frame: Framed, { login }: SampleWords): Samples {
  const page = (name: string, more: Partial<Parameters<typeof passwordPage>[0]> = {}) =>
    [name, passwordPage({ frame: frame(name), action: '/login', ...more })] as const;
  return [
    page('password'),
    page('password-wrong', { loginHint: login, failure: { error: 'wrong' } }),
    page('password-empty', { failure: { error: 'empty' } }),
    page('password-wait', { loginHint: login, failure: { error: 'wait', waitSec: 3 } }),
    page('password-blocked', { loginHint: login, failure: { error: 'blocked', until: now + 15 * minute, now } }),
    page('password-busy', { loginHint: login, failure: { error: 'busy' } }),
  ];
}

function offerSamples(frame: Framed, { person, number, login }: SampleWords): Samples {
  const page = (name: string, more: Partial<CallOfferModel> = {}) => {
    const model = { action: '/call', press: '1', maskedNumber: number, codeLength: 4, cancelAction: '/cancel' };
    const framed = { ...frame(name), displayName: person };
    return [name, callOfferPage({ ...model, frame: framed, otherMethods: methods(framed.language), ...more })] as const;
  };
  return [
    page('offer'),
    page('offer-alone', { otherMethods: [], budgetLeft: 2, codeLength: 10 }),
    page('offer-waiting', { notice: { kind: 'waiting', waitSec: 21 } }),
    page('offer-limited', { notice: { kind: 'limited', until: now + 9 * minute, now } }),
    page('offer-superseded', { notice: { kind: 'superseded' }, codeLength: 6 }),
    page('offer-password-used', { passwordUsed: { at: now - 2000 * minute, now, notMeHref: `/not-me?${login}` } }),
  ];
}

function codeSamples(frame: Framed, words: SampleWords): Samples {
  const page = (name: string, more: Partial<CodeModel> = {}) => {
    const actions = { action: '/code', callAgainAction: '/call', press: '2', cancelAction: '/cancel', eventsUrl: `/events?of=${name}` };
    const call = { maskedNumber: words.number, codeLength: 4, state: 'awaiting', triesLeft: 3, nextCallInSec: 28 } as const;
    const framed = frame(name);
    return [name, codePage({ ...actions, ...call, frame: framed, otherMethods: methods(framed.language), ...more })] as const;
  };
  const made = { expiresInSec: 105 };
  return [
    page('code-queued', { state: 'queued' }),
    page('code-dialling', { state: 'dialling' }),
    page('code-ringing', { state: 'dialling', live: 'ringing' }),
    page('code-slow', { state: 'dialling', live: 'slow', nextCallInSec: 50 }),
    page('code-awaiting', made),
    page('code-answered', { ...made, live: 'answered' }),
    page('code-busy', { ...made, live: 'busy' }),
    page('code-unreachable', { ...made, live: 'unreachable', nextCallInSec: 4 }),
    page('code-limited', { ...made, limited: { until: now + 9 * minute, now } }),
    page('code-wrong', { ...made, error: 'wrong', triesLeft: 1, nextCallInSec: 0 }),
    page('code-malformed', { ...made, error: 'malformed' }),
    page('code-not-yet', { state: 'dialling', error: 'not_yet' }),
    page('code-not-confirmed', { ...made, error: 'not_confirmed', triesLeft: 2 }),
    page('code-in-check', { ...made, error: 'in_check', live: 'checking', triesLeft: 0 }),
    page('code-superseded', { ...made, error: 'superseded', otherMethods: [] }),
    page('code-prefix', { ...made, knownPrefix: '+7 495 120' }),
    ...[3, 5, 6, 7, 8, 9, 10].map((codeLength) => page(`code-${codeLength}-digits`, { ...made, codeLength })),
  ];
}

function endSamples(frame: Framed, { number, id }: SampleWords): Samples {
  const calls = (name: string) => ({ action: '/call', press: '2', maskedNumber: number, otherMethods: methods(frame(name).language) });
  const closed = closings.map((because, index) => {
    const name = `closed-${because}`;
    return [name, closedPage({ ...calls(name), frame: frame(name), because, nextCallInSec: index % 2 === 0 ? 0 : 17 })] as const;
  });
  const blocked = (name: string, minutes: number, otherMethods: readonly Method[]) =>
    [name, blockedPage({ frame: frame(name), until: now + minutes * minute, now, otherMethods, backHref: '/app' })] as const;
  return [
    ...closed,
    blocked('blocked', 15, methods(frame('blocked').language)),
    blocked('blocked-alone', 1425, []),
    ...['not-callable', 'not-callable-alone'].map((name, alone) => {
      const framed = frame(name);
      const otherMethods = alone === 1 ? [] : methods(framed.language);
      return [name, notCallablePage({ frame: framed, maskedNumber: number, otherMethods, cancelAction: '/cancel' })] as const;
    }),
    ['no-factor', noFactorPage({ frame: frame('no-factor'), because: 'no_phone', cancelAction: '/cancel' })],
    ['no-factor-at-all', noFactorPage({ frame: frame('no-factor-at-all'), because: 'none' })],
    ['methods', methodsPage({ frame: frame('methods'), methods: methods(frame('methods').language), cancelAction: '/cancel' })],
    ['trust', trustPage({ frame: frame('trust'), action: '/trust', days: 365, idleDays: 30 })],
    ['trust-unused', trustPage({ frame: frame('trust-unused'), action: '/trust', days: 30, idleDays: 30 })],
    ['logout', logoutPage({ frame: frame('logout'), action: '/logout', hidden: [{ name: 'xsrf', value: id }] })],
  ];
}

function messageSamples(frame: Framed, { id }: SampleWords): Samples {
  const errors = ['invalid_request', 'access_denied', 'invalid_client', 'unauthorized_client', 'invalid_redirect_uri', 'form_expired', 'server_error'];
  return [
    ['cookies', cookiesPage({ frame: frame('cookies'), retryHref: '/app' })],
    ['other-browser', otherBrowserPage({ frame: frame('other-browser'), returnHref: '/app' })],
    ['login-over', loginOverPage({ frame: frame('login-over'), returnHref: '/app' })],
    ['already-done', alreadyDonePage({ frame: frame('already-done'), returnHref: '/app' })],
    ['unavailable', unavailablePage({ frame: frame('unavailable'), correlationId: id, retryHref: '/app' })],
    ['too-many', tooManyPage({ frame: frame('too-many'), waitSec: 5, retryHref: '/app' })],
    ...errors.map(
      (error) => [`error-${error}`, errorPage({ frame: frame(`error-${error}`), error, correlationId: id, returnHref: '/app' })] as const,
    ),
    ['not-found', notFoundPage({ frame: frame('not-found'), startHref: '/app' })],
    ['logged-out', loggedOutPage({ frame: frame('logged-out'), returnHref: '/app' })],
  ];
}

const refusals = ['not_administrator', 'factor_missing', 'sign_in_over', 'sign_in_given_up', 'sign_in_failed', 'link_invalid'] as const;

function consoleSamples(frame: Framed): Samples {
  const ways = { loginHref: '/console/login', otherHref: '/console/login?fresh=1' };
  return [
    ...refusals.map((because) => [`console-${because}`, consoleRefusedPage({ frame: frame(`console-${because}`), because, ...ways })] as const),
    ['console-enter', consoleEnterPage({ frame: frame('console-enter'), action: '/console/enter', refusedHref: '/console/login/refused?because=link_invalid' })],
    ['console-logged-out', consoleLoggedOutPage({ frame: frame('console-logged-out'), ...ways })],
  ];
}
