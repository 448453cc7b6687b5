import { Checkbox, Stack } from '@mantine/core';
import { useLanguage } from '../../words/language-context.tsx';
import type { SettingInputProps } from './setting-input.tsx';

export interface ChoicesInputProps extends SettingInputProps {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** Some of a few: all of them can be seen. What is chosen later stands later. */
export function ChoicesInput({ definition, id, value, change, description, error, choices }: ChoicesInputProps) {
  const { language } = useLanguage();
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  return (
    <Checkbox.Group id={id} label={definition.label[language]} description={description} error={error} value={[...chosen]} onChange={change}>
      <Stack gap="xs" mt="xs">
        {choices.map((choice) => <Checkbox key={choice.value} value={choice.value} label={choice.label} />)}
      </Stack>
    </Checkbox.Group>
  );
}
