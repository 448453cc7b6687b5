import { Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { CodeEditorProps } from './code-editor.tsx';
import classes from './editor.module.css';

/** The source in a plain field. */
export function PlainEditor({ value, change, label, place }: CodeEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (place === undefined || field.current === null) return;
    const before = field.current.value.split('\n').slice(0, place.line - 1).join('\n').length;
    const at = before + (place.line > 1 ? 1 : 0) + place.column - 1;
    field.current.focus();
    field.current.setSelectionRange(at, at);
  }, [place]);
  return (
    <Textarea
      ref={field} className={classes['plain'] ?? ''} aria-label={label} value={value} onChange={(event) => change(event.currentTarget.value)}
      rows={18} wrap="off" spellCheck={false} autoCapitalize="off" autoCorrect="off"
    />
  );
}
