import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useMay } from '../session/session-context.ts';
import { NotFound } from './not-found.tsx';
import { sectionAt } from './sections.ts';

/** A section that the person's privileges do not open looks as if it did not exist. The server refuses its requests in any case. */
export function Allowed({ children }: { readonly children: ReactNode }) {
  const may = useMay();
  const section = sectionAt(useLocation().pathname);
  return section === undefined || may(...section.privileges) ? children : <NotFound />;
}
