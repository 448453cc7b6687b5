import { Button, Code, CopyButton, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useWords } from '../../words/use-words.ts';

/** A value that people take elsewhere, with a button that copies it. */
export function CopyValue({ value, label }: { readonly value: string; readonly label: string }) {
  const words = useWords();
  return (
    <Group gap="xs" wrap="nowrap" align="stretch">
      <Code block style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{value}</Code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy} aria-label={`${copied ? words.secret.copied : words.secret.copy}: ${label}`} style={{ height: 'auto' }}>
            {copied ? <IconCheck size={18} aria-hidden="true" /> : <IconCopy size={18} aria-hidden="true" />}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
