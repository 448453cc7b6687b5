import type { Deed } from '../telephone/call.ts';
import type { Texts } from '../texts/en.ts';

interface Shown {
  readonly id: string;
  readonly deed: Deed;
  readonly texts: Texts;
}

/** One deed as a form of its own: works without scripts. */
export function CallDeed({ id, deed, texts }: Shown) {
  return (
    <form method="post" action={`/calls/${id}/${deed}`}>
      <button class={`deed ${deed}`} id={`${deed}-${id}`}>
        {texts[deed]}
      </button>
    </form>
  );
}
