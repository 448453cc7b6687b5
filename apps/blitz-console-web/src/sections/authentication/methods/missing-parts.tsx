import { Anchor, List, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Method } from '../../../settings/settings-data.ts';
import { places } from '../tabs.ts';
import { useAuthenticationWords } from '../words.ts';

/** What keeps a method from being switched on, or from working, and the way to mend it. */
export function MissingParts({ method }: { readonly method: Method }) {
  const words = useAuthenticationWords().methods;
  if (method.state === 'not_supported') return <Text size="sm" c="dimmed">{words.lacks.not_supported}</Text>;
  return (
    <Stack gap={2}>
      <Text size="sm" c="dimmed">{method.enabled ? words.onBut : words.missing}</Text>
      <List size="sm" spacing={2}>
        {method.missing.map(({ what, about }) => (
          <List.Item key={`${what} ${about ?? ''}`}>
            <Part what={what} about={about} />
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function Part({ what, about = '' }: { readonly what: string; readonly about: string | undefined }) {
  const words = useAuthenticationWords().methods;
  const { text, to } = {
    not_supported: { text: words.lacks.not_supported, to: undefined },
    settings_not_saved: { text: words.lacks.settings_not_saved, to: places.flashCall },
    no_procedure: { text: words.lacks.no_procedure, to: places.driver },
    secret_missing: { text: words.lacks.secret_missing(about), to: places.driver },
    secret_unreadable: { text: words.lacks.secret_unreadable(about), to: places.driver },
    procedure_failed_last_test: { text: words.lacks.procedure_failed_last_test(about), to: places.driver },
  }[what] ?? { text: what, to: undefined };
  return to === undefined ? <>{text}</> : <Anchor component={Link} to={to} size="sm">{text}</Anchor>;
}
