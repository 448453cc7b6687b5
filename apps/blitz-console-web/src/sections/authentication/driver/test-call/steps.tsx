import { Anchor, Code, Group, Stack, Text } from '@mantine/core';
import { Status } from '../../../../ui/states/status.tsx';
import type { Place } from '../editor/code-editor.tsx';
import { useDriverWords } from '../words.ts';
import type { End, Step } from './step.ts';
import classes from './steps.module.css';

export interface StepsProps {
  readonly steps: readonly Step[];
  readonly calling: boolean;
  readonly broken: boolean;
  readonly goTo: (place: Place) => void;
}

/** What has happened in a test call so far; read out as it comes. */
export function Steps({ steps, calling, broken, goTo }: StepsProps) {
  const words = useDriverWords().test;
  const cutOff = !calling && steps.length > 0 && steps.at(-1)?.kind !== 'end';
  return (
    <div role="log" aria-label={words.steps} aria-live="polite">
      <Stack gap="sm" component="ol" className={classes['steps'] ?? ''}>
        {steps.map((step, at) => <li key={at} className={classes['step']} data-kind={step.kind}><OneStep step={step} goTo={goTo} /></li>)}
      </Stack>
      {calling && <Text size="sm" c="dimmed">{words.calling}</Text>}
      {(cutOff || (broken && steps.length > 0)) && <Text c="red" size="sm">{words.cutOff}</Text>}
    </div>
  );
}

function OneStep({ step, goTo }: { readonly step: Step; readonly goTo: (place: Place) => void }) {
  const words = useDriverWords().test;
  switch (step.kind) {
    case 'request':
      return <Stack gap={4}><Text size="sm" fw={600}>{words.request(step.round)}</Text><Code block>{`${step.method} ${step.url}`}</Code><Details headers={step.headers} body={step.body} /></Stack>;
    case 'response':
      return <Stack gap={4}><Text size="sm"><b>{words.response(step.round)}</b>: {step.status} {words.took(step.tookMs)}</Text><Details headers={step.headers} body={step.body} /></Stack>;
    case 'no_response':
      return <Text size="sm"><b>{words.noResponse(step.round)}</b>: {step.message} {words.took(step.tookMs)}</Text>;
    case 'log':
      return <Stack gap={4}><Text size="sm" fw={600}>{words.log}</Text><Code block>{step.lines.join('\n')}</Code></Stack>;
    case 'end':
      return <Ended end={step} goTo={goTo} />;
  }
}

function Details({ headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string }) {
  const words = useDriverWords().test;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  if (lines.length === 0 && body === '') return null;
  return (
    <details>
      <summary>{words.details}</summary>
      {lines.length > 0 && <><Text size="xs" c="dimmed">{words.headers}</Text><Code block>{lines.join('\n')}</Code></>}
      {body !== '' && <><Text size="xs" c="dimmed">{words.body}</Text><Code block>{body}</Code></>}
    </details>
  );
}

function Ended({ end, goTo }: { readonly end: End; readonly goTo: (place: Place) => void }) {
  const { test: words, editor } = useDriverWords();
  if (end.outcome === 'placed') return <Stack gap={4} align="flex-start"><Status kind={end.enough ? 'good' : 'notice'}>{words.placed}</Status><Text size="sm">{end.enough ? words.placedEnough(end.digits) : words.placedTooFew(end.digits)}</Text></Stack>;
  if (end.outcome === 'provider_keeps_code') return <Status kind="good">{words.providerKeeps}</Status>;
  const { line, column = 1, code, message, details, surelyNoCall } = end;
  const told = [message === '' ? code : message, ...Object.entries(details).map(([name, value]) => `${name}: ${value}`)].join(' · ');
  return (
    <Stack gap={4} align="flex-start">
      <Group gap="xs"><Status kind="bad">{words.failed}</Status><Text size="sm">{surelyNoCall ? words.surelyNoCall : words.maybeCalled}</Text></Group>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{told}</Text>
      {line !== undefined && <Anchor component="button" type="button" size="sm" onClick={() => goTo({ line, column })}>{editor.line(line)}</Anchor>}
    </Stack>
  );
}
