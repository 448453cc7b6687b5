import { Text } from '@mantine/core';
import { useDefinitions } from '../../settings/settings-data.ts';
import { useLanguage } from '../../words/language-context.tsx';

/** A setting by its label, and below it the key in blitz.conf. */
export function SettingName({ name }: { readonly name: string }) {
  const { language } = useLanguage();
  const label = useDefinitions().data?.get(name)?.label[language];
  if (label === undefined) return <span style={{ overflowWrap: 'anywhere' }}>{name}</span>;
  return (
    <div>
      {label}
      <Text size="xs" c="dimmed" fw={400} style={{ overflowWrap: 'anywhere' }}>{name}</Text>
    </div>
  );
}
