import type { AttributeMeta } from './schema/attribute-meta.ts';
import type { Language } from './schema/definition.ts';
import type { FactorEntry, FirstMethod, SecondMethod } from './schema/factor-lists.ts';
import { supportedMethods } from './schema/factor-lists.ts';
import type { NumberType } from './schema/guards.ts';
import type { Values } from './schema/schema.ts';

export interface Offered<Method extends string> {
  readonly method: Method;
  readonly enabled: boolean;
}

const guardedBy = ['number', 'prefix', 'country', 'address', 'application', 'total'] as const;
type GuardedBy = (typeof guardedBy)[number];

/** The settings as the rooms of the product use them: plain, readonly, units in the names. */
export interface Settings {
  /** Only methods that this version has; the order is the order shown. */
  readonly factors: { readonly first: readonly Offered<FirstMethod>[]; readonly second: readonly Offered<SecondMethod>[] };
  readonly login: { readonly requiredFactor: 1 | 2; readonly displayNameAttribute: string };
  readonly session: { readonly inactivitySec: number; readonly ttlSec: number };
  readonly trustedBrowser: { readonly activeTtlSec: number; readonly inactiveTtlSec: number };
  readonly flashCall: {
    readonly codeLength: number;
    readonly validitySec: number;
    readonly attemptsPerLogin: number;
    readonly totalAttempts: number;
    readonly blockMin: number;
    readonly phoneAttribute: string;
    readonly resendDelaySec: number;
  };
  /** Calls that are allowed in a window of so many minutes; 0: as many as one likes. */
  readonly guards: {
    readonly counts: { readonly [Dimension in GuardedBy]: { readonly calls: number; readonly windowMin: number } };
    readonly pumping: { readonly calls: number; readonly percent: number; readonly quietMin: number };
    readonly numberTypes: readonly NumberType[];
    /** ISO 3166; an empty list is every country. */
    readonly countries: readonly string[];
  };
  readonly password: { readonly maxAttempts: number; readonly blockMin: number; readonly delayMs: number };
  readonly attributes: readonly AttributeMeta[];
  readonly lang: { readonly default: Language; readonly available: readonly Language[] };
  readonly phone: { readonly defaultCountry: string };
}

export function settingsFrom(values: Values): Settings {
  const [first, second] = values['login.factors'];
  return deepFreeze({
    factors: { first: offered(first, supportedMethods.first), second: offered(second, supportedMethods.second) },
    login: { requiredFactor: values['login.required-factor'], displayNameAttribute: values['login.displayNameAttr'] },
    session: { inactivitySec: values['login.session.inactivityPeriodInSec'], ttlSec: values['login.session.ttlInSec'] },
    trustedBrowser: { activeTtlSec: values['login.uaActiveTtlInSec'], inactiveTtlSec: values['login.uaInactiveTtlInSec'] },
    flashCall: flashCallFrom(values),
    guards: guardsFrom(values),
    password: {
      maxAttempts: values['login.methods.password.max-attempts'],
      blockMin: values['login.methods.password.tempLockForMin'],
      delayMs: values['login.methods.password.delay-ms'],
    },
    attributes: structuredClone(values['id-attrs.attrsMeta']),
    lang: { default: values['lang.default'], available: [...values['lang.available']] },
    phone: { defaultCountry: values['phone.default-country'] },
  });
}

function flashCallFrom(values: Values): Settings['flashCall'] {
  const profile = 'login.methods.flashCall.profiles."2"';
  return {
    codeLength: values[`${profile}.psw-length`],
    validitySec: values[`${profile}.psw-expire-time-sec`],
    attemptsPerLogin: values[`${profile}.psw-max-attempts`],
    totalAttempts: values[`${profile}.tempLockAfter`],
    blockMin: values[`${profile}.tempLockForMin`],
    phoneAttribute: values[`${profile}.phone-attr`],
    resendDelaySec: values[`${profile}.resend-delay-sec`],
  };
}

function guardsFrom(values: Values): Settings['guards'] {
  const guards = 'login.methods.flashCall.guards';
  const counts = guardedBy.map((each) => [
    each,
    { calls: values[`${guards}.${each}-calls`], windowMin: values[`${guards}.${each}-window-min`] },
  ]);
  return {
    counts: Object.fromEntries(counts) as Settings['guards']['counts'],
    pumping: {
      calls: values[`${guards}.pumping-calls`],
      percent: values[`${guards}.pumping-percent`],
      quietMin: values[`${guards}.pumping-quiet-min`],
    },
    numberTypes: [...values[`${guards}.number-types`]],
    countries: [...values[`${guards}.countries`]],
  };
}

function offered<Method extends string>(
  entries: readonly FactorEntry[],
  supported: readonly Method[],
): readonly Offered<Method>[] {
  return entries.flatMap(({ method, enabled }) =>
    supported.filter((each) => each === method).map((each) => ({ method: each, enabled })),
  );
}

/** One object is shared by all requests of a process: writing to it must fail, not change everybody's settings. */
function deepFreeze<Value extends object>(value: Value): Value {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) deepFreeze(inner as object);
  return Object.freeze(value);
}
