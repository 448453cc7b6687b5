import { Status } from '../../ui/states/status.tsx';
import { useSettingsWords } from '../words.ts';

/** Where a value comes from; nothing while it is being changed. */
export function SourceMark({ source }: { readonly source: 'saved' | 'file' | 'default' | undefined }) {
  const words = useSettingsWords();
  return source === undefined ? null : <Status kind={source === 'saved' ? 'accent' : 'quiet'}>{words.source[source]}</Status>;
}
