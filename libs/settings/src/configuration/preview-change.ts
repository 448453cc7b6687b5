import type { FileSettings } from '../file/file-settings.ts';
import type { MethodLack } from '../methods/method.ts';
import type { MethodRules } from '../methods/method-rules.ts';
import { guessingOdds, type GuessingOdds } from '../odds/guessing-odds.ts';
import { shortfalls, type Shortfall } from '../odds/shortfalls.ts';
import { changed } from '../saved/changed.ts';
import { checkChanges } from '../saved/check-saved.ts';
import { effectiveSettings } from '../saved/effective-settings.ts';
import type { SavedProblem, SavedSettings } from '../saved/saved-settings.ts';
import type { SettingsStore } from '../saved/settings-store.ts';
import { doubts, type Doubt } from '../schema/cross-checks.ts';
import { settingsFrom } from '../settings.ts';
import { differences, type ValueDifference } from './difference.ts';

export interface Preview {
  /** The version that was compared with. */
  readonly version: number;
  /** Why it would be refused. What is wrong is left out of everything below. */
  readonly problems: readonly SavedProblem[];
  readonly refusals: readonly { readonly method: string; readonly missing: readonly MethodLack[] }[];
  /** In what takes effect, not in what is saved. */
  readonly differences: readonly ValueDifference[];
  readonly doubts: readonly Doubt[];
  readonly odds: GuessingOdds;
  readonly shortfalls: readonly Shortfall[];
}

/** Tells what a change would do, and does nothing. */
export class PreviewChange {
  constructor(
    private readonly file: FileSettings,
    private readonly store: SettingsStore,
    private readonly rules: MethodRules,
  ) {}

  async execute(changes: SavedSettings): Promise<Preview> {
    const latest = await this.store.latest();
    const before = latest?.values ?? {};
    const alone = checkChanges(changes, before);
    const fine = Object.fromEntries(Object.entries(changes).filter(([key, value]) => checkChanges({ [key]: value }, before).length === 0));
    const after = changed(before, fine);
    const [was, is] = [effectiveSettings(this.file, before), effectiveSettings(this.file, after)];
    const old = new Set(was.ignored.map(({ key }) => key));
    const together = is.ignored.filter(({ key }) => !old.has(key) && !alone.some((each) => each.key === key));
    return {
      version: latest?.version ?? 0,
      problems: [...alone, ...together],
      refusals: await this.rules.refusals(before, after),
      differences: differences(was.values, is.values),
      doubts: doubts(is.values),
      odds: guessingOdds(settingsFrom(is.values).flashCall),
      shortfalls: shortfalls(is.values),
    };
  }
}
