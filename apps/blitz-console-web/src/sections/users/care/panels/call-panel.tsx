import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../../../ui/dialogs/confirm-dialog.tsx';
import { Panel } from '../../../../ui/page/panel.tsx';
import { Status, type StatusKind } from '../../../../ui/states/status.tsx';
import { toast } from '../../../../ui/toast.ts';
import { MaskedNumber } from '../../../../ui/values/masked-number.tsx';
import { useNow } from '../../../../ui/values/now.ts';
import { BlockNotice } from '../block-notice.tsx';
import { useCare, type Security } from '../care-api.ts';
import type { CareWords } from '../en.ts';
import { Facts } from '../facts.tsx';
import { useCareWords } from '../words.ts';

/** How the account stands with the incoming call, and what can be done about it. */
export function CallPanel({ security }: { readonly security: Security }) {
  const words = useCareWords();
  const now = useNow();
  const care = useCare(security.sub);
  const [asking, setAsking] = useState(false);
  const { call, may_help: mayHelp } = security;
  const { kind, said, help } = stateOf(security, now, words);
  const { state, tries_left: triesLeft } = call;
  const under = state === null ? words.call.states.closed : words.call.states[state];
  return (
    <Panel title={words.call.title} lead={words.call.lead} actions={<Status kind={kind}>{said}</Status>}>
      <BlockNotice sub={security.sub} security={security} method="flashCall" />
      {help !== undefined && <Text size="sm">{help}</Text>}
      <Facts facts={[
        { name: words.call.number, value: call.number === null ? words.call.noNumber(call.attribute) : <MaskedNumber>{call.number}</MaskedNumber> },
        { name: words.call.attempts, value: words.call.left(Math.max(0, call.total - call.spent), call.total) },
        { name: words.call.now, value: triesLeft === null ? under : `${under}, ${words.call.tries(triesLeft)}` },
      ]} />
      {mayHelp && <Group><Button variant="default" onClick={() => setAsking(true)}>{words.call.reset}</Button></Group>}
      {asking && (
        <ConfirmDialog title={words.call.resetTitle} action={words.call.reset} dangerous problems={words.problems} close={() => setAsking(false)}
          confirm={() => care.resetCall().then(() => toast.good(words.call.resetDone))}>
          {words.call.resetText}
        </ConfirmDialog>
      )}
    </Panel>
  );
}

interface Said {
  readonly kind: StatusKind;
  readonly said: string;
  readonly help?: string;
}

function stateOf({ call }: Security, now: number, words: CareWords): Said {
  if (call.blocked_until !== null && Date.parse(call.blocked_until) > now) return { kind: 'bad', said: words.block.title };
  if (!call.offered) return { kind: 'quiet', said: words.call.off, help: words.call.offHelp };
  if (call.number === null) return { kind: 'notice', said: words.call.noNumber(call.attribute), help: words.call.noNumberHelp };
  return { kind: 'good', said: words.call.fine };
}
