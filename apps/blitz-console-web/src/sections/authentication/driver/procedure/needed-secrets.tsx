import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '../../../../ui/page/panel.tsx';
import { Status } from '../../../../ui/states/status.tsx';
import { useSecrets } from '../driver-queries.ts';
import { SetSecretDialog } from '../secrets/set-secret-dialog.tsx';
import { useDriverWords } from '../words.ts';

/** Secrets that a source names: those that are missing, or not kept for its hosts, are set from here. */
export function NeededSecrets({ names, hosts, help }: { readonly names: readonly string[]; readonly hosts: readonly string[]; readonly help?: Readonly<Record<string, string>> }) {
  const words = useDriverWords();
  const secrets = useSecrets().data?.items;
  const [setting, set] = useState<string>();
  const kept = (name: string) => secrets?.find((each) => each.name === name);
  return (
    <Panel title={words.procedure.needed}>
      {names.length === 0 && <Text c="dimmed">{words.procedure.neededNone}</Text>}
      <Stack gap="md" component="ul" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {names.map((name) => {
          const secret = kept(name);
          const fits = secret !== undefined && hosts.every((host) => secret.hosts.includes(host));
          return (
            <Stack key={name} component="li" gap={4}>
              <Group gap="xs">
                <Text fw={600} style={{ overflowWrap: 'anywhere' }}>{name}</Text>
                {secrets !== undefined && <Status kind={fits ? 'good' : 'bad'}>{secret === undefined ? words.procedure.missing : fits ? words.procedure.kept : words.procedure.elsewhere}</Status>}
              </Group>
              {help?.[name] !== undefined && <Text size="sm" c="dimmed">{help[name]}</Text>}
              {!fits && secrets !== undefined && <Group><Button size="xs" variant="default" onClick={() => set(name)}>{words.procedure.set(name)}</Button></Group>}
            </Stack>
          );
        })}
      </Stack>
      {setting !== undefined && <SetSecretDialog name={setting} hosts={[...new Set([...(kept(setting)?.hosts ?? []), ...hosts])]} close={() => set(undefined)} />}
    </Panel>
  );
}
