import { ActionIcon, Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { fieldId } from '../../../ui/forms/bind-fields.ts';
import { fieldOf } from '../../../ui/forms/field-pointers.ts';
import type { DraftForm } from '../../../ui/forms/use-draft-form.ts';
import type { ApplicationValues } from '../application-types.ts';
import { useApplicationsWords } from '../words.ts';

export interface AddressListProps {
  readonly form: DraftForm<ApplicationValues>;
  readonly field: 'redirect_uris' | 'post_logout_redirect_uris';
  readonly label: string;
  readonly help: string;
  readonly required?: boolean;
}

/** Addresses one below the other, each with what is wrong with it beside it. */
export function AddressList({ form, field, label, help, required = false }: AddressListProps) {
  const words = useApplicationsWords();
  const box = useRef<HTMLFieldSetElement>(null);
  const list = form.values[field];
  const errorAt = useAddressErrors(form, field);
  const put = (next: readonly string[], focus?: number): void => {
    form.set(field, next);
    // After React has drawn the row that the focus goes to.
    if (focus !== undefined) setTimeout(() => box.current?.querySelectorAll('input')[focus]?.focus());
  };
  const wrong = errorAt(undefined);
  return (
    <fieldset ref={box} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <Input.Label component="legend" required={required} labelElement="div">{label}</Input.Label>
      <Stack gap="xs">
        <Input.Description>{help}</Input.Description>
        {list.map((address, nth) => (
          // An address is known by its place while it is typed.
          <Group key={nth} gap="xs" align="flex-start" wrap="nowrap">
            <TextInput id={fieldId(form.id, `${field}/${String(nth)}`)} aria-label={words.addressNth(label, nth + 1)} value={address} error={errorAt(nth)} type="url" inputMode="url" spellCheck={false} autoComplete="off" style={{ flex: 1, minWidth: 0 }}
              onChange={(event) => put(list.with(nth, event.currentTarget.value.trim()))} />
            <ActionIcon variant="default" size="input-sm" aria-label={words.removeAddress(nth + 1)} onClick={() => put(list.toSpliced(nth, 1), Math.max(0, nth - 1))}>
              <IconTrash size={18} aria-hidden="true" />
            </ActionIcon>
          </Group>
        ))}
        {wrong !== undefined && <Input.Error role="alert">{wrong}</Input.Error>}
        <Group>
          <Button id={fieldId(form.id, field)} size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => put([...list, ''], list.length)}>{words.addAddress}</Button>
        </Group>
      </Stack>
    </fieldset>
  );
}

/** What is wrong with one of the addresses, or with the list itself; where only the spelling is wrong, how it is written. */
function useAddressErrors(form: DraftForm<ApplicationValues>, field: string): (nth: number | undefined) => string | undefined {
  const words = useApplicationsWords();
  return (nth) => {
    const name = nth === undefined ? field : `${field}/${String(nth)}`;
    const wrong = form.fields.find(({ pointer }) => fieldOf(pointer) === name);
    const [address] = wrong?.rule === 'address_not_exact' ? (/\S+:\S*$/.exec(wrong.expected) ?? []) : [];
    if (address !== undefined) return words.writtenAs(address);
    return wrong === undefined ? undefined : form.errorOf(name);
  };
}
