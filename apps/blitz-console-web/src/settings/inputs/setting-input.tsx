import { Group, NumberInput, Radio, Select } from '@mantine/core';
import { useLanguage } from '../../words/language-context.tsx';
import type { Definition } from '../settings-data.ts';
import { useSettingsWords } from '../words.ts';
import { CountriesInput, CountryInput } from './country-inputs.tsx';
import { ChoicesInput } from './choices-input.tsx';

export interface SettingInputProps {
  readonly definition: Definition;
  readonly id: string;
  readonly value: unknown;
  readonly change: (value: unknown) => void;
  readonly description: string;
  readonly error: string | undefined;
  /** The attributes of an account, for a setting that is one. */
  readonly names: readonly string[];
  readonly counts?: ReadonlyMap<string, number>;
}

/** The input that fits a setting. */
export function SettingInput(props: SettingInputProps) {
  const { language } = useLanguage();
  const { definition, value, change } = props;
  const languages = (['en', 'ru'] as const).map((code) => ({ value: code, label: new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code }));
  switch (definition.kind) {
    case 'integer':
      return <IntegerInput {...props} />;
    case 'choice':
      return <ChoiceInput {...props} />;
    case 'attribute':
      return <AttributeInput {...props} />;
    case 'country':
      return <CountryInput {...props} />;
    case 'countries':
      return <CountriesInput {...props} />;
    case 'choices':
      return <ChoicesInput {...props} choices={(definition.choices ?? []).map((choice) => ({ value: String(choice.value), label: choice.label[language] }))} value={value} change={change} />;
    case 'languages':
      return <ChoicesInput {...props} choices={languages} value={value} change={change} />;
    // Methods have a page of their own, attributes are only in the file.
    case 'factors':
    case 'attributes':
      return null;
  }
}

function IntegerInput({ definition, id, value, change, description, error }: SettingInputProps) {
  const { language } = useLanguage();
  return (
    <NumberInput
      id={id}
      label={definition.label[language]}
      description={description}
      error={error}
      value={typeof value === 'number' || typeof value === 'string' ? value : ''}
      onChange={change}
      allowDecimal={false}
      clampBehavior="none"
      inputMode="numeric"
      maw="22rem"
      rightSectionWidth={36}
    />
  );
}

function ChoiceInput({ definition, id, value, change, description, error }: SettingInputProps) {
  const { language } = useLanguage();
  const choices = definition.choices ?? [];
  return (
    <Radio.Group
      id={id}
      label={definition.label[language]}
      description={description}
      error={error}
      value={String(value)}
      onChange={(chosen) => change(choices.find((choice) => String(choice.value) === chosen)?.value)}
    >
      <Group gap="md" mt="xs">
        {choices.map((choice) => <Radio key={String(choice.value)} value={String(choice.value)} label={choice.label[language]} />)}
      </Group>
    </Radio.Group>
  );
}

function AttributeInput({ definition, id, value, change, description, error, names, counts }: SettingInputProps) {
  const { language } = useLanguage();
  const words = useSettingsWords();
  const label = (name: string): string => (counts?.has(name) === true ? words.attribute.counted(name, counts.get(name) ?? 0) : name);
  return (
    <Select
      id={id}
      label={definition.label[language]}
      description={description}
      error={error}
      value={String(value)}
      onChange={(chosen) => { if (chosen !== null) change(chosen); }}
      data={names.map((name) => ({ value: name, label: label(name) }))}
      allowDeselect={false}
      maw="28rem"
    />
  );
}
