import { Navigate } from 'react-router';
import { useSession } from '../session/session-context.ts';
import { Page } from '../ui/page/page.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { useWords } from '../words/use-words.ts';
import { sectionsFor } from './sections.ts';

/** The first section that this person may open. */
export function Home() {
  const words = useWords();
  const [first] = sectionsFor(useSession().privileges);
  if (first !== undefined) return <Navigate to={first.path} replace />;
  return <Page title={words.product}><EmptyState title={words.nothingAllowed.title}>{words.nothingAllowed.text}</EmptyState></Page>;
}
