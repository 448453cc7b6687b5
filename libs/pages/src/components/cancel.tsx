import type { Frame } from '../frame.ts';
import { textsIn } from '../texts/texts.ts';
import { Form } from './form.tsx';

/** The way out: ends this login. */
export function Cancel({ frame, action }: { readonly frame: Frame; readonly action: string | undefined }) {
  if (action === undefined) return null;
  return (
    <Form frame={frame} action={action} class="cancel">
      <button class="link">{textsIn(frame.language).frame.cancel}</button>
    </Form>
  );
}
