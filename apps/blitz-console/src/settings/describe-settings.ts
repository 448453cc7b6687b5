import {
  effectiveSettings, expectation, guessingOdds, doubts, schema, settingKeys, settingsFrom, shortfalls, unitNames,
} from '@blitz/settings';
import type { CallLack, Definition, Doubt, FileSettings, GuessingOdds, MethodLack, Preview, SavedProblem, SavedVersion, Shortfall } from '@blitz/settings';
import type { Static } from 'typebox';
import type { Lacks, Odds, SettingDefinition, SettingProblem, Settings, SettingsPreview } from './settings-schemas.ts';

export function describeDefinitions(): Static<typeof SettingDefinition>[] {
  return settingKeys.map((key) => {
    const setting: Definition = schema[key];
    const { kind, label, help, origin, inConsole } = setting;
    const described = { key, kind, label, help, expected: expectation(setting), default: setting.default as unknown, origin, in_console: inConsole };
    if (setting.kind === 'integer') return { ...described, min: setting.min, max: setting.max, unit: setting.unit, unit_name: unitNames[setting.unit] };
    if (setting.kind === 'choice' || setting.kind === 'choices') return { ...described, choices: setting.choices.map((choice) => ({ ...choice })) };
    return described;
  });
}

export function describeSettings(file: FileSettings, saved: SavedVersion | undefined): Static<typeof Settings> {
  const { values, sources, ignored } = effectiveSettings(file, saved?.values ?? {});
  return {
    version: saved?.version ?? 0,
    values: { ...values },
    sources: { ...sources },
    file: { ...file.values },
    ignored: ignored.map(describeProblem),
    odds: describeOdds(guessingOdds(settingsFrom(values).flashCall)),
    doubts: doubts(values).map(describeRemark),
    shortfalls: shortfalls(values).map(describeRemark),
  };
}

export function describePreview({ version, problems, refusals, differences, odds, ...remarks }: Preview): Static<typeof SettingsPreview> {
  return {
    version,
    problems: problems.map(describeProblem),
    refusals: refusals.map(({ method, missing }) => ({ method, missing: describeLacks(missing) })),
    differences: differences.map((each) => ({ ...each })),
    odds: describeOdds(odds),
    doubts: remarks.doubts.map(describeRemark),
    shortfalls: remarks.shortfalls.map(describeRemark),
  };
}

export function describeProblem({ key, text }: SavedProblem): Static<typeof SettingProblem> {
  return { key, expected: text };
}

export function describeLacks(missing: readonly (MethodLack | CallLack)[]): Static<typeof Lacks> {
  return missing.map(({ what, about }) => ({ what, ...(about !== undefined && { about }) }));
}

function describeRemark({ key, because }: Doubt | Shortfall): { readonly key: string | null; readonly because: Doubt['because'] } {
  return { key: key ?? null, because };
}

function describeOdds({ perLogin, untilBlock, perDay }: GuessingOdds): Static<typeof Odds> {
  return { per_login: perLogin, until_block: untilBlock, per_day: perDay };
}
