import { Progress, Stack, Text } from '@mantine/core';
import { useWords } from '../../words/use-words.ts';

/** How far a long work is. @param share 0–1; undefined: nobody knows how much is left */
export function LongWork({ title, share, said }: { readonly title: string; readonly share: number | undefined; readonly said?: string }) {
  const words = useWords();
  const percent = share === undefined ? 100 : Math.round(Math.min(1, Math.max(0, share)) * 100);
  const done = share !== undefined && share >= 1;
  return (
    <Stack gap={6} role="status">
      <Text fw={550}>{title}</Text>
      <Progress.Root size="lg">
        <Progress.Section value={percent} animated={!done} striped={share === undefined} aria-label={title} />
      </Progress.Root>
      <Text size="sm" c="dimmed">{[said, done ? words.progress.done : words.progress.canLeave].filter((each) => each !== undefined).join(' · ')}</Text>
    </Stack>
  );
}
