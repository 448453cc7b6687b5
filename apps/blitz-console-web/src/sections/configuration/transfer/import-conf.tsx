import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../../client/admin-api.ts';
import { answer, versioned } from '../../../client/answer.ts';
import { useSettingsChanged } from '../../../settings/settings-data.ts';
import { useSettingsWords } from '../../../settings/words.ts';
import { Panel } from '../../../ui/page/panel.tsx';
import { QueryError } from '../../../ui/states/query-error.tsx';
import { toast } from '../../../ui/toast.ts';
import type { ConfPreview } from '../configuration-data.ts';
import { ImportPreview } from './import-preview.tsx';
import { useConfigurationWords } from '../words.ts';

const mostBytes = 256 * 1024;

/** A blitz.conf, or a part of one: looked at first, then saved as if each setting had been saved here. */
export function ImportConf() {
  const [words, own, changed] = [useConfigurationWords().transfer, useSettingsWords(), useSettingsChanged()];
  const [text, setText] = useState('');
  const [preview, setPreview] = useState<ConfPreview>();
  const reset = useRef<() => void>(null);
  const look = useMutation({
    mutationFn: (conf: string) => answer(api.POST('/blitz/admin/api/v1/settings/import/dry-run', { body: { text: conf } })),
    onSuccess: setPreview,
  });
  const save = useMutation({
    mutationFn: async (found: ConfPreview) => {
      await versioned(api.POST('/blitz/admin/api/v1/settings/import', { body: { text }, params: { header: { 'If-Match': `"${String(found.version)}"` } } }));
      await changed();
    },
    onSuccess: () => {
      toast.good(words.imported);
      type('');
    },
  });
  const type = (next: string): void => {
    setText(next);
    setPreview(undefined);
    look.reset();
    save.reset();
  };
  const upload = async (file: File | null): Promise<void> => {
    reset.current?.();
    if (file === null) return;
    if (file.size > mostBytes) toast.bad(words.tooLarge);
    else type(await file.text());
  };
  const error = look.error ?? save.error;
  return (
    <Panel title={words.importTitle} lead={words.importText}>
      <Stack gap="md">
        <Textarea label={words.paste} value={text} onChange={(event) => type(event.currentTarget.value)} autosize minRows={8} maxRows={24} spellCheck={false} styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.875rem' } }} />
        <Group gap="sm">
          <FileButton resetRef={reset} onChange={(file) => void upload(file)} accept=".conf,.hocon,.json,text/plain" inputProps={{ 'aria-label': words.upload }}>
            {(props) => <Button {...props} variant="default" leftSection={<IconFileUpload size={18} aria-hidden="true" />}>{words.upload}</Button>}
          </FileButton>
          <Button onClick={() => look.mutate(text)} loading={look.isPending} disabled={text.trim() === ''}>{words.look}</Button>
        </Group>
        {text.trim() === '' && <Text size="sm" c="dimmed">{words.empty}</Text>}
        {error !== null && <QueryError error={error} own={own.problems} />}
        {preview !== undefined && <ImportPreview preview={preview} saving={save.isPending} save={() => save.mutate(preview)} />}
      </Stack>
    </Panel>
  );
}
