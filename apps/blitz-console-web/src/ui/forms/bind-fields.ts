import type { ChangeEvent } from 'react';

interface Bound {
  readonly id: string;
  readonly name: string;
  readonly error: string | undefined;
}

type Typed = ChangeEvent<HTMLInputElement | HTMLTextAreaElement>;

/** What Mantine's inputs take: `<TextInput label=… {...form.text('name')} />`. */
export interface BoundFields<Values extends object> {
  /** TextInput, Textarea, PasswordInput */
  readonly text: (name: keyof Values & string) => Bound & { readonly value: string; readonly onChange: (event: Typed) => void };
  /** NumberInput; an empty field is `''` */
  readonly number: (name: keyof Values & string) => Bound & { readonly value: number | string; readonly onChange: (value: number | string) => void };
  /** Select, NativeSelect-like: null when nothing is chosen */
  readonly choice: (name: keyof Values & string) => Bound & { readonly value: string | null; readonly onChange: (value: string | null) => void };
  /** Checkbox, Switch */
  readonly checked: (name: keyof Values & string) => Bound & { readonly checked: boolean; readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void };
}

export function bindFields<Values extends object>(
  form: string,
  values: Values,
  set: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => void,
  errorOf: (name: string) => string | undefined,
): BoundFields<Values> {
  const bound = (name: string): Bound => ({ id: fieldId(form, name), name, error: errorOf(name) });
  const put = (name: keyof Values & string, value: unknown): void => set(name, value as Values[typeof name]);
  return {
    text: (name) => ({ ...bound(name), value: String(values[name] ?? ''), onChange: (event) => put(name, event.currentTarget.value) }),
    number: (name) => ({ ...bound(name), value: values[name] as number | string, onChange: (value) => put(name, value) }),
    choice: (name) => ({ ...bound(name), value: values[name] as string | null, onChange: (value) => put(name, value) }),
    checked: (name) => ({ ...bound(name), checked: values[name] === true, onChange: (event) => put(name, event.currentTarget.checked) }),
  };
}

/** The id of a field's input: the list of errors leads there. */
export const fieldId = (form: string, name: string): string => `${form}-${name.replaceAll('/', '-')}`;
