import { Type } from 'typebox';
import { Moment, named, orNull } from '../api/words.ts';

export const Text = named('Text', Type.Object({ en: Type.String(), ru: Type.String() }));

const AnyValue = Type.Unknown({ description: 'As the definition of the setting says.' });

/** Keys as in blitz.conf, below its prefix. */
export const ValuesByKey = Type.Record(Type.String(), AnyValue);

export const SettingDefinition = named('SettingDefinition', Type.Object({
  key: Type.String({ description: 'As in blitz.conf, below its prefix.' }),
  kind: Type.Enum(['integer', 'choice', 'choices', 'attribute', 'languages', 'country', 'countries', 'factors', 'attributes']),
  label: Text,
  help: Text,
  expected: Text,
  default: AnyValue,
  origin: Type.Enum(['vendor', 'ours'], { description: 'Whose key it is.' }),
  in_console: Type.Boolean({ description: 'Whether it can be saved; otherwise only blitz.conf says it.' }),
  min: Type.Optional(Type.Integer()),
  max: Type.Optional(Type.Integer()),
  unit: Type.Optional(Type.String()),
  unit_name: Type.Optional(Text),
  choices: Type.Optional(Type.Array(Type.Object({ value: Type.Union([Type.String(), Type.Integer()]), label: Text }))),
}));

export const SettingProblem = named('SettingProblem', Type.Object({
  key: Type.String({ description: 'Of the setting, and where in its value.' }),
  expected: Text,
}));

export const Odds = named('GuessingOdds', Type.Object({
  per_login: Type.Integer({ description: 'One in so many: with the wrong codes that one call allows.' }),
  until_block: Type.Integer({ description: 'One in so many: with the whole budget.' }),
  per_day: Type.Integer({ description: 'One in so many: by somebody who waits out every block for a day.' }),
}, { description: 'Of somebody who has the password and not the phone; never better than true.' }));

const SettingRemark = named('SettingRemark', Type.Object({ key: orNull(Type.String()), because: Text }));

/** What is to be known about settings beyond their values. */
export const judged = {
  odds: Odds,
  doubts: Type.Array(SettingRemark, { description: 'What contradicts nothing, but nobody would want.' }),
  shortfalls: Type.Array(SettingRemark, { description: 'Where a code by telephone falls short of NIST SP 800-63B-4.' }),
};

export const Settings = named('Settings', Type.Object({
  version: Type.Integer({ description: 'Of what is saved; 0 when nothing ever was.' }),
  values: ValuesByKey,
  sources: Type.Record(Type.String(), Type.Enum(['saved', 'file', 'default'])),
  file: Type.Record(Type.String(), AnyValue, { description: 'What is in force when nothing is saved.' }),
  ignored: Type.Array(SettingProblem, { description: 'Saved, but without effect.' }),
  ...judged,
}));

const methodLacks = ['not_supported', 'settings_not_saved', 'no_procedure', 'secret_missing', 'secret_unreadable', 'procedure_failed_last_test'];

export const Lacks = Type.Array(Type.Object({
  what: Type.Enum(methodLacks),
  about: Type.Optional(Type.String({ description: 'The procedure that it is said of.' })),
}));

export const Author = named('Author', Type.Object({
  id: Type.String({ description: 'The `sub` of an account, or the `client_id` of a program.' }),
  name: orNull(Type.String()),
}));

export const Difference = named('SettingDifference', Type.Object({
  key: Type.String(),
  before: Type.Optional(AnyValue),
  after: Type.Optional(AnyValue),
}, { description: 'A side is missing where nothing stood.' }));

export const previewed = {
  version: Type.Integer({ description: 'What it was compared with.' }),
  problems: Type.Array(SettingProblem, { description: 'Why it would be refused. What is wrong is left out of the rest.' }),
  refusals: Type.Array(Type.Object({ method: Type.String(), missing: Lacks }), { description: 'Methods that could not be switched on.' }),
  differences: Type.Array(Difference, { description: 'In what takes effect.' }),
  ...judged,
};

export const SettingsPreview = named('SettingsPreview', Type.Object(previewed));
export const SavedBy = Type.Object({ version: Type.Integer(), author: Author, at: Moment });
