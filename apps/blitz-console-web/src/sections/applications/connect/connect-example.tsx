import { Stack, Text } from '@mantine/core';
import { CopyValue } from '../../../ui/values/copy-value.tsx';
import type { Application } from '../application-types.ts';
import { exampleOf } from './example-of.ts';
import { useApplicationsWords } from '../words.ts';

/** What an application has to be told about this installation. */
export function ConnectExample({ application }: { readonly application: Application }) {
  const words = useApplicationsWords();
  const { kind, issuer, client_id: id } = application;
  const address = kind === 'machine' ? { title: words.tokenEndpoint, value: `${issuer}/oauth/te` } : { title: words.discovery, value: `${issuer}/.well-known/openid-configuration` };
  return (
    <Stack gap="sm">
      <Told title={words.clientId} value={id} />
      <Told {...address} />
      <Told title={words.example} value={exampleOf(application, location.origin)} />
      {kind !== 'native' && <Text size="sm" c="dimmed">{words.exampleSecret}</Text>}
    </Stack>
  );
}

function Told({ title, value }: { readonly title: string; readonly value: string }) {
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>{title}</Text>
      <CopyValue value={value} label={title} />
    </div>
  );
}
