import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { sameValue } from '../../ui/forms/same-value.ts';
import { useLanguage } from '../../words/language-context.tsx';
import { inPeoplesUnits } from '../values/durations.ts';
import { SettingInput } from '../inputs/setting-input.tsx';
import type { Definition } from '../settings-data.ts';
import type { SettingsFormState } from './settings-form.tsx';
import { useShownValue } from '../values/shown-value.tsx';
import { SourceMark } from './source-mark.tsx';
import { useSettingsWords } from '../words.ts';

export interface SettingFieldProps {
  readonly state: SettingsFormState;
  readonly name: string;
  /** What belongs right below the field. */
  readonly children?: ReactNode;
  /** For an attribute: how many accounts could be called by it. */
  readonly counts?: ReadonlyMap<string, number>;
}

/** One setting: its input with unit, range, default and help, where its value comes from, and the way back to blitz.conf. */
export function SettingField({ state, name, children, counts }: SettingFieldProps) {
  const { language } = useLanguage();
  const words = useSettingsWords();
  const shown = useShownValue();
  const { form, settings, definitions, preview } = state;
  const definition = definitions.get(name);
  if (definition === undefined) return null;
  const typed = form.values[name];
  const value = typed === null ? settings.file[name] : typed;
  const wrong = preview?.problems.find(({ key }) => key === name || key.startsWith(`${name}[`));
  const error = form.errorOf(name) === undefined && wrong === undefined ? undefined : words.expected((wrong?.expected ?? definition.expected)[language]);
  const duration = definition.unit === 'seconds' && typeof value === 'number' ? inPeoplesUnits(value, language) : undefined;
  return (
    <Stack gap={4}>
      <SettingInput
        definition={definition}
        id={form.text(name).id}
        value={value}
        change={(next) => form.set(name, next)}
        description={[definition.help[language], limitsOf(definition, language, words, shown)].filter((each) => each !== undefined).join(' ')}
        error={error}
        names={attributeNames(settings.values['id-attrs.attrsMeta'])}
        {...(counts === undefined ? {} : { counts })}
      />
      <Group gap="xs" mih={26}>
        <SourceMark source={sameValue(typed, settings.values[name]) ? settings.sources[name] : undefined} />
        {duration !== undefined && <Text size="xs" c="dimmed">{words.thatIs(duration)}</Text>}
        <BackToFile state={state} name={name} shown={shown(definition, settings.file[name])} label={definition.label[language]} />
      </Group>
      {children}
    </Stack>
  );
}

function BackToFile({ state: { form, settings }, name, shown, label }: { readonly state: SettingsFormState; readonly name: string; readonly shown: string; readonly label: string }) {
  const words = useSettingsWords();
  if (settings.sources[name] !== 'saved') return null;
  if (form.values[name] === null) {
    return (
      <>
        <Text size="xs" c="dimmed" role="status">{words.goesBack}</Text>
        <Button size="compact-xs" variant="subtle" aria-label={`${words.keep}: ${label}`} onClick={() => form.set(name, settings.values[name])}>{words.keep}</Button>
      </>
    );
  }
  return <Button size="compact-xs" variant="subtle" aria-label={`${words.backToFile(shown)}, ${label}`} styles={{ label: { whiteSpace: 'normal' }, root: { height: 'auto' } }} onClick={() => form.set(name, null)}>{words.backToFile(shown)}</Button>;
}

function limitsOf(definition: Definition, language: 'en' | 'ru', words: ReturnType<typeof useSettingsWords>, shown: ReturnType<typeof useShownValue>): string | undefined {
  const { kind, min, max, unit = '' } = definition;
  if (kind === 'factors' || kind === 'attributes') return undefined;
  const byDefault = words.byDefault(shown(definition, definition.default));
  if (min === undefined || max === undefined) return `${capital(byDefault)}.`;
  const format = new Intl.NumberFormat(language);
  return `${words.range(format.format(min), words.units[unit]?.(max) ?? format.format(max))}; ${byDefault}.`;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function attributeNames(attributes: unknown): readonly string[] {
  return Array.isArray(attributes) ? (attributes as readonly { readonly name: string }[]).map(({ name }) => name) : [];
}
