import type { ComponentChildren } from 'preact';
import type { Frame } from '../frame.ts';

export interface HiddenField {
  readonly name: string;
  readonly value: string;
}

interface FormProperties {
  readonly frame: Frame;
  readonly action: string;
  readonly hidden?: readonly HiddenField[];
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** Every form: POST, with the anti-forgery token. Our own words say what is wrong, so the browser's bubbles stay away. */
export function Form({ frame, action, hidden = [], class: name, children }: FormProperties) {
  const fields = frame.csrf === undefined ? hidden : [{ name: 'csrf', value: frame.csrf }, ...hidden];
  return (
    <form method="post" action={action} class={name} noValidate>
      {fields.map(({ name: field, value }) => (
        <input type="hidden" name={field} value={value} />
      ))}
      {children}
    </form>
  );
}
