import { Anchor, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { FieldProblem } from '../../client/problem.ts';
import { fieldWords, problemWords } from '../../words/problem-words.ts';
import { useWords } from '../../words/use-words.ts';
import { fieldId } from './bind-fields.ts';
import { fieldOf } from './field-pointers.ts';
import classes from './forms.module.css';
import type { DraftForm } from './use-draft-form.ts';

/** Why nothing was saved, field by field. It gets the focus, so that it is read out and seen. */
export function ErrorSummary<Values extends object>({ form }: { readonly form: DraftForm<Values> }) {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const { problem } = form;
  const shown = problem !== undefined && problem.code !== 'changed_meanwhile' && problem.code !== 'reauthentication_required' && problem.status !== 401;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown, problem]);
  if (!shown) return null;
  const fields = problem.body.fields ?? [];
  return (
    <div ref={box} role="alert" tabIndex={-1} className={classes['summary']}>
      <Text fw={600}>{fields.length > 0 ? words.form.summary(fields.length) : problemWords(words, problem, form.options.problems)}</Text>
      {fields.length > 0 && (
        <ul>
          {fields.map((each) => <li key={`${each.pointer} ${each.rule}`}><FieldError form={form} field={each} /></li>)}
        </ul>
      )}
      {problem.status >= 500 && problem.body.correlationId !== undefined && <Text size="sm">{words.correlation}: {problem.body.correlationId}</Text>}
    </div>
  );
}

function FieldError<Values extends object>({ form, field }: { readonly form: DraftForm<Values>; readonly field: FieldProblem }) {
  const words = useWords();
  const name = fieldOf(field.pointer);
  const label = (form.options.labels as Readonly<Record<string, string>>)[name.split('/')[0] ?? ''] ?? name;
  const text = fieldWords(words, field, form.options.rules);
  const target = [name, name.split('/')[0] ?? ''].map((each) => fieldId(form.id, each)).find((id) => document.getElementById(id) !== null);
  if (target === undefined) return <>{label}: {text}</>;
  return <Anchor component="button" type="button" c="inherit" onClick={() => document.getElementById(target)?.focus()}>{label}: {text}</Anchor>;
}
