import type { Author } from './configuration-data.ts';
import { useConfigurationWords } from './words.ts';

/** Who saved: a person by name, a program by its id. */
export function AuthorName({ author }: { readonly author: Author }) {
  const words = useConfigurationWords();
  return <span style={{ overflowWrap: 'anywhere' }}>{author.name ?? (isSub(author.id) ? words.gone : author.id)}</span>;
}

const isSub = (id: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
