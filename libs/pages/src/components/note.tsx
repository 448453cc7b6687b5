import type { ComponentChildren } from 'preact';
import { AlertIcon, ClockIcon } from './icons.tsx';

interface NoteProperties {
  readonly id?: string;
  /** `error`: something must be corrected. `notice`: something is to be known. */
  readonly kind: 'error' | 'notice';
  readonly children: ComponentChildren;
}

/** A message about what was just done; read out at once. */
export function Note({ id, kind, children }: NoteProperties) {
  return (
    <div class={`note ${kind}`} id={id} role={kind === 'error' ? 'alert' : 'status'}>
      {kind === 'error' ? <AlertIcon /> : <ClockIcon />}
      <p>{children}</p>
    </div>
  );
}
