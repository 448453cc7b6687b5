import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useWords } from '../../words/use-words.ts';

/** Until something is there. Grey lines rather than a wheel: the page does not jump so much when it comes. */
export function Loading({ lines = 4 }: { readonly lines?: number }) {
  const words = useWords();
  return (
    <Stack gap="sm" role="status">
      <VisuallyHidden>{words.loading}</VisuallyHidden>
      {Array.from({ length: lines }, (_, at) => <Skeleton key={at} height={18} width={`${String(96 - ((at * 17) % 40))}%`} />)}
    </Stack>
  );
}
