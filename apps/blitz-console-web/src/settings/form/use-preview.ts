import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { api } from '../../client/admin-api.ts';
import { answer } from '../../client/answer.ts';
import type { Preview } from '../settings-data.ts';

const typingMs = 250;
const nothing = '{}';

/** What saving these changes would do, told while somebody types. Nothing until the first answer, and while nothing changes. */
export function usePreview(changes: Readonly<Record<string, unknown>>, etag: string): Preview | undefined {
  const [asked] = useDebouncedValue(JSON.stringify(changes), typingMs);
  const { data } = useQuery({
    queryKey: ['settings', 'preview', etag, asked],
    queryFn: ({ signal }) => answer(api.POST('/blitz/admin/api/v1/settings/dry-run', { body: JSON.parse(asked) as Record<string, unknown>, signal })),
    enabled: asked !== nothing,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return asked === nothing ? undefined : data;
}
