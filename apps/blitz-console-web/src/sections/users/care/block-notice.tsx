import { Alert, Button, Group, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { problemOf } from '../../../client/problem.ts';
import { toast } from '../../../ui/toast.ts';
import { useNow } from '../../../ui/values/now.ts';
import { relative } from '../../../ui/values/relative.ts';
import { useLanguage } from '../../../words/language-context.tsx';
import { problemWords } from '../../../words/problem-words.ts';
import { useWords } from '../../../words/use-words.ts';
import { useCare, useSecurity, type Security, type Unblockable } from './care-api.ts';
import { clockTime } from './clock-time.ts';
import { useCareWords } from './words.ts';

/**
 * What keeps the person out just now, with the button that ends it; nothing while nothing does. For the top of the card: one comes
 * from a search and helps with one more tap. Nothing is lost by it, so nobody is asked whether they are sure.
 */
export function BlockNotices({ sub }: { readonly sub: string }) {
  const { data } = useSecurity(sub);
  if (data === undefined) return null;
  return (
    <>
      <BlockNotice sub={sub} security={data} method="flashCall" />
      <BlockNotice sub={sub} security={data} method="password" />
    </>
  );
}

export function BlockNotice({ sub, security, method }: { readonly sub: string; readonly security: Security; readonly method: Unblockable }) {
  const words = useCareWords();
  const ui = useWords();
  const { language } = useLanguage();
  const now = useNow();
  const care = useCare(sub);
  const [busy, setBusy] = useState(false);
  const { blocked_until: blockedUntil, total } = method === 'flashCall' ? security.call : security.password;
  const until = blockedUntil === null ? 0 : Date.parse(blockedUntil);
  if (until <= now) return null;
  const unblock = async (): Promise<void> => {
    setBusy(true);
    try {
      await care.unblock(method);
      toast.good(words.block.done);
    } catch (thrown) {
      toast.bad(problemWords(ui, problemOf(thrown), words.problems));
    } finally {
      setBusy(false);
    }
  };
  const said = words.block[method === 'flashCall' ? 'call' : 'password'](clockTime(until, now, language), relative(until, now, language) ?? '', total);
  return (
    <Alert color="red" icon={<IconLock aria-hidden="true" />} title={words.block.title}>
      <Group gap="sm" justify="space-between">
        <Text size="sm" style={{ flex: '1 1 14rem' }}>{said}</Text>
        {security.may_help && <Button loading={busy} onClick={() => void unblock()} aria-label={words.block.unblockOf[method]}>{words.block.unblock}</Button>}
      </Group>
    </Alert>
  );
}
