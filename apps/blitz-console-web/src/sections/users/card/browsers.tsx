import { Stack } from '@mantine/core';
import { QueryView } from '../../../ui/states/query-view.tsx';
import { useSecurity } from '../care/care-api.ts';
import { BrowsersPanel } from '../care/panels/browsers-panel.tsx';
import { SessionsPanel } from '../care/panels/sessions-panel.tsx';
import { useCareWords } from '../care/words.ts';

/** Where the person is in, or trusted. */
export function BrowsersTab({ sub }: { readonly sub: string }) {
  const words = useCareWords();
  const query = useSecurity(sub);
  return (
    <QueryView query={query} own={words.problems} lines={8}>
      {({ may_help: mayHelp }) => (
        <Stack gap="lg">
          <SessionsPanel sub={sub} mayHelp={mayHelp} />
          <BrowsersPanel sub={sub} mayHelp={mayHelp} />
        </Stack>
      )}
    </QueryView>
  );
}
