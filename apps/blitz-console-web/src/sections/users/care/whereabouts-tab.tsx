import { Stack } from '@mantine/core';
import { QueryView } from '../../../ui/states/query-view.tsx';
import { BrowsersPanel } from './panels/browsers-panel.tsx';
import { useSecurity } from './care-api.ts';
import { SessionsPanel } from './panels/sessions-panel.tsx';
import { useCareWords } from './words.ts';

/** The card's tab "Browsers and sessions": where the person is in, or trusted. */
export function WhereaboutsTab({ sub }: { readonly sub: string }) {
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
