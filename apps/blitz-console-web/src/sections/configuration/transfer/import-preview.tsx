import { Alert, Button, Code, Group, List, Stack } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ConfPreview } from '../configuration-data.ts';
import { isAcceptable, PreviewView } from '../preview/preview-view.tsx';
import { useConfigurationWords } from '../words.ts';

/** What an import would do, with lines, and the button that does it. */
export function ImportPreview({ preview, saving, save }: { readonly preview: ConfPreview; readonly saving: boolean; readonly save: () => void }) {
  const words = useConfigurationWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [preview]);
  const { wrong, unknown, lines } = preview;
  return (
    <Stack gap="md" ref={box} tabIndex={-1} role="group" aria-label={words.preview.caption} style={{ outline: 'none' }}>
      {wrong.length > 0 && (
        <Alert color="red" title={words.transfer.wrong} icon={<IconAlertTriangle aria-hidden="true" />}>
          <List size="sm">{wrong.map(({ line, key, expected }) => <List.Item key={`${line} ${key}`} style={{ overflowWrap: 'anywhere' }}>{words.file.line(line)}: {key !== '' && <Code>{key}</Code>} {words.transfer.expected(expected)}</List.Item>)}</List>
        </Alert>
      )}
      {unknown.length > 0 && (
        <Alert color="yellow" title={words.transfer.unknown} icon={<IconInfoCircle aria-hidden="true" />}>
          <List size="sm">{unknown.map(({ line, key, why, message }) => <List.Item key={`${line} ${key} ${message}`} style={{ overflowWrap: 'anywhere' }}>{words.file.line(line)}: <Code>{key}</Code> {words.file.why[why] ?? message}</List.Item>)}</List>
        </Alert>
      )}
      {wrong.length === 0 && <PreviewView preview={preview} lines={lines} />}
      {wrong.length === 0 && preview.differences.length > 0 && isAcceptable(preview) && <Group><Button onClick={save} loading={saving}>{words.transfer.save(preview.differences.length)}</Button></Group>}
    </Stack>
  );
}
