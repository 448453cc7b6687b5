import { DomainError } from '@blitz/kernel';
import type { FileSettings } from '../file/file-settings.ts';
import { effectiveSettings } from '../saved/effective-settings.ts';
import type { SavedSettings } from '../saved/saved-settings.ts';
import type { SettingsErrorCode } from '../saved/settings-error.ts';
import type { FactorEntry, FactorLists } from '../schema/factor-lists.ts';
import { supportedMethods } from '../schema/factor-lists.ts';
import type { CallReadiness } from './call-readiness.ts';
import { isCallConfirmed } from './confirmed.ts';
import type { Method, MethodLack } from './method.ts';
import { MethodNotReady } from './method-not-ready.ts';

type Position = 0 | 1;

/** What may be switched on and off, whichever way the wish came: the lists, the settings, an older version, a file. */
export class MethodRules {
  constructor(
    private readonly file: FileSettings,
    private readonly readiness: CallReadiness,
  ) {}

  /** Both lists as they are with these saved settings. */
  async describe(saved: SavedSettings): Promise<readonly [first: readonly Method[], second: readonly Method[]]> {
    const lists = this.#lists(saved);
    return [await this.#described(lists, 0, saved), await this.#described(lists, 1, saved)];
  }

  /** @throws MethodNotReady, DomainError `first_factor_needed` */
  async assertMayChange(before: SavedSettings, after: SavedSettings): Promise<void> {
    const [was, is] = [this.#lists(before), this.#lists(after)];
    for (const position of [0, 1] as const) {
      for (const method of switchedOn(was[position], is[position])) {
        const missing = await this.#lacks(method, position, after);
        if (missing.length > 0) throw new MethodNotReady(method, missing);
      }
    }
    // Whoever can't log in with a first factor can't come back to switch one on.
    if (usable(was[0]) && !usable(is[0])) throw new DomainError<SettingsErrorCode>('first_factor_needed');
  }

  /** Why this method could not be switched on, as those who try out a change want to know it. */
  async refusals(before: SavedSettings, after: SavedSettings): Promise<readonly { readonly method: string; readonly missing: readonly MethodLack[] }[]> {
    const [was, is] = [this.#lists(before), this.#lists(after)];
    const wanted = ([0, 1] as const).flatMap((position) => switchedOn(was[position], is[position]).map((method) => ({ method, position })));
    const all = await Promise.all(wanted.map(async ({ method, position }) => ({ method, missing: await this.#lacks(method, position, after) })));
    return all.filter(({ missing }) => missing.length > 0);
  }

  #lists(saved: SavedSettings): FactorLists {
    return effectiveSettings(this.file, saved).values['login.factors'];
  }

  #described(lists: FactorLists, position: Position, saved: SavedSettings): Promise<Method[]> {
    return Promise.all(
      lists[position].map(async ({ method: id, enabled }) => {
        const missing = await this.#lacks(id, position, saved);
        return { id, enabled, state: stateOf(enabled, missing), missing };
      }),
    );
  }

  async #lacks(method: string, position: Position, saved: SavedSettings): Promise<readonly MethodLack[]> {
    if (!isSupported(method, position)) return [{ what: 'not_supported' }];
    if (method !== 'flashCall') return [];
    const settings: readonly MethodLack[] = isCallConfirmed(this.file, saved) ? [] : [{ what: 'settings_not_saved' }];
    return [...settings, ...(await this.readiness.lacks())];
  }
}

function stateOf(enabled: boolean, missing: readonly MethodLack[]): Method['state'] {
  const lacks = (what: MethodLack['what']): boolean => missing.some((each) => each.what === what);
  if (lacks('not_supported')) return 'not_supported';
  if (enabled) return 'on';
  return lacks('settings_not_saved') ? 'not_configured' : 'off';
}

function switchedOn(was: readonly FactorEntry[], is: readonly FactorEntry[]): readonly string[] {
  const on = (entries: readonly FactorEntry[]): string[] => entries.filter(({ enabled }) => enabled).map(({ method }) => method);
  return on(is).filter((method) => !on(was).includes(method));
}

function usable(first: readonly FactorEntry[]): boolean {
  return first.some(({ method, enabled }) => enabled && isSupported(method, 0));
}

function isSupported(method: string, position: Position): boolean {
  const supported: readonly string[] = position === 0 ? supportedMethods.first : supportedMethods.second;
  return supported.includes(method);
}
