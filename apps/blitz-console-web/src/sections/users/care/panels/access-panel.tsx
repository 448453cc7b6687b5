import { Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { problemOf, type Problem } from '../../../../client/problem.ts';
import { ConfirmDialog } from '../../../../ui/dialogs/confirm-dialog.tsx';
import { Panel } from '../../../../ui/page/panel.tsx';
import { Status } from '../../../../ui/states/status.tsx';
import { toast } from '../../../../ui/toast.ts';
import { problemWords } from '../../../../words/problem-words.ts';
import { useWords } from '../../../../words/use-words.ts';
import { useCare, type Security } from '../care-api.ts';
import { useCareWords } from '../words.ts';

/** Whether the account is open, and how many factors it is asked for. */
export function AccessPanel({ security }: { readonly security: Security }) {
  const words = useCareWords();
  const { locked, may_help: mayHelp } = security;
  const [asking, setAsking] = useState(false);
  return (
    <Panel title={words.access.title} actions={<Status kind={locked ? 'bad' : 'good'}>{locked ? words.access.locked : words.access.open}</Status>}>
      {locked && <Text size="sm">{words.access.lockedHelp}</Text>}
      <RequiredLevel security={security} />
      {mayHelp && <Group><Button variant="default" onClick={() => setAsking(true)}>{locked ? words.access.unlock : words.access.lock}</Button></Group>}
      {asking && <LockDialog security={security} close={() => setAsking(false)} />}
    </Panel>
  );
}

const levels = { none: null, one: 1, two: 2 } as const;
type LevelName = keyof typeof levels;

/** Kept as soon as it is chosen. */
function RequiredLevel({ security }: { readonly security: Security }) {
  const words = useCareWords();
  const ui = useWords();
  const care = useCare(security.sub);
  const [problem, setProblem] = useState<Problem>();
  const names = Object.keys(levels) as LevelName[];
  const choose = async (name: string | null): Promise<void> => {
    const chosen = names.find((each) => each === name);
    if (chosen === undefined || levels[chosen] === security.required_level) return;
    setProblem(undefined);
    try {
      await care.requireLevel(levels[chosen]);
      toast.good(words.access.levelDone);
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  };
  return (
    <Select label={words.access.level} description={`${words.access.effective(security.effective_level)} ${words.access.stricter}`}
      data={names.map((value) => ({ value, label: words.access.levels[value] }))} allowDeselect={false} maw="24rem" disabled={!security.may_help}
      value={names.find((name) => levels[name] === security.required_level) ?? 'none'} onChange={(name) => void choose(name)}
      error={problem === undefined ? undefined : problemWords(ui, problem, words.problems)} />
  );
}

function LockDialog({ security, close }: { readonly security: Security; readonly close: () => void }) {
  const words = useCareWords();
  const care = useCare(security.sub);
  const { locked } = security;
  const { lock, lockTitle, lockText, unlock, lockDone, unlockDone, open } = words.access;
  return (
    <ConfirmDialog title={locked ? unlock : lockTitle} action={locked ? unlock : lock} dangerous={!locked} problems={words.problems} close={close}
      confirm={() => care.lock({ locked: !locked, password_locked: security.password.locked }).then(() => toast.good(locked ? unlockDone : lockDone))}>
      {locked ? `${words.access.title}: ${open}` : lockText}
    </ConfirmDialog>
  );
}
