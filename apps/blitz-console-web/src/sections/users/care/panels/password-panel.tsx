import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../../../ui/dialogs/confirm-dialog.tsx';
import { Panel } from '../../../../ui/page/panel.tsx';
import { Status, type StatusKind } from '../../../../ui/states/status.tsx';
import { toast } from '../../../../ui/toast.ts';
import { Moment } from '../../../../ui/values/moment.tsx';
import { useNow } from '../../../../ui/values/now.ts';
import { relative } from '../../../../ui/values/relative.ts';
import { useLanguage } from '../../../../words/language-context.tsx';
import { BlockNotice } from '../block-notice.tsx';
import { useCare, type Security } from '../care-api.ts';
import type { CareWords } from '../en.ts';
import { Facts } from '../facts.tsx';
import { NewPassword } from './new-password.tsx';
import { useCareWords } from '../words.ts';

/** How the account stands with its password, and what can be done about it. */
export function PasswordPanel({ security }: { readonly security: Security }) {
  const words = useCareWords();
  const { language } = useLanguage();
  const now = useNow();
  const [open, setOpen] = useState<'new' | 'lock'>();
  const { password, may_help: mayHelp, sub } = security;
  const { kind, said, help } = stateOf(security, now, words);
  const waits = password.waits_until !== null && password.blocked_until === null && Date.parse(password.waits_until) > now;
  return (
    <Panel title={words.password.title} actions={<Status kind={kind}>{said}</Status>}>
      <BlockNotice sub={sub} security={security} method="password" />
      {help !== undefined && <Text size="sm">{help}</Text>}
      {waits && <Text size="sm">{words.password.waits(relative(Date.parse(password.waits_until ?? ''), now, language) ?? '')}</Text>}
      <Facts facts={[
        { name: words.password.set, value: <Moment at={password.set_at} /> },
        { name: words.password.wrong, value: `${String(password.spent)} / ${String(password.total)}` },
      ]} />
      {mayHelp && (
        <Group gap="sm">
          <Button variant="default" onClick={() => setOpen('new')}>{words.password.new}</Button>
          <Button variant="default" onClick={() => setOpen('lock')}>{password.locked ? words.password.open : words.password.lock}</Button>
        </Group>
      )}
      {open === 'new' && <NewPassword sub={sub} close={() => setOpen(undefined)} />}
      {open === 'lock' && <LockPassword security={security} close={() => setOpen(undefined)} />}
    </Panel>
  );
}

function LockPassword({ security, close }: { readonly security: Security; readonly close: () => void }) {
  const words = useCareWords();
  const care = useCare(security.sub);
  const { locked } = security.password;
  const lock = async (): Promise<void> => {
    await care.lock({ locked: security.locked, password_locked: !locked });
    toast.good(locked ? words.password.openDone : words.password.lockDone);
  };
  const { open, lock: act, lockTitle, lockText, fine } = words.password;
  return (
    <ConfirmDialog title={locked ? open : lockTitle} action={locked ? open : act} dangerous={!locked} problems={words.problems} close={close} confirm={lock}>
      {locked ? `${words.password.title}: ${fine}` : lockText}
    </ConfirmDialog>
  );
}

function stateOf({ password }: Security, now: number, words: CareWords): { readonly kind: StatusKind; readonly said: string; readonly help?: string } {
  if (password.set_at === null) return { kind: 'notice', said: words.password.none, help: words.password.noneHelp };
  if (password.locked) return { kind: 'bad', said: words.password.locked, help: words.password.lockedHelp };
  if (password.blocked_until !== null && Date.parse(password.blocked_until) > now) return { kind: 'bad', said: words.block.title };
  return { kind: 'good', said: words.password.fine };
}
