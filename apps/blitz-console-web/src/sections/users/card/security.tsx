import { Alert, Stack } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { QueryView } from '../../../ui/states/query-view.tsx';
import { useSecurity } from '../care/care-api.ts';
import { AccessPanel } from '../care/panels/access-panel.tsx';
import { CallPanel } from '../care/panels/call-panel.tsx';
import { PasswordPanel } from '../care/panels/password-panel.tsx';
import { useCareWords } from '../care/words.ts';

/** How the account stands, and everything that helps its person. */
export function SecurityTab({ sub }: { readonly sub: string }) {
  const words = useCareWords();
  const query = useSecurity(sub);
  return (
    <QueryView query={query} own={words.problems} lines={8}>
      {(security) => (
        <Stack gap="lg">
          {!security.may_help && <Alert color="blue" icon={<IconShieldLock aria-hidden="true" />} title={words.protected.title}>{words.protected.text}</Alert>}
          <CallPanel security={security} />
          <PasswordPanel security={security} />
          <AccessPanel security={security} />
        </Stack>
      )}
    </QueryView>
  );
}
