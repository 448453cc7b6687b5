import type { ReactNode } from 'react';
import classes from './status.module.css';

export type StatusKind = 'good' | 'bad' | 'notice' | 'quiet' | 'accent';

/** A state in a word or two. The word says it; the colour only helps. */
export function Status({ kind, children }: { readonly kind: StatusKind; readonly children: ReactNode }) {
  return <span className={`${classes['status'] ?? ''} ${classes[kind] ?? ''}`}>{children}</span>;
}
