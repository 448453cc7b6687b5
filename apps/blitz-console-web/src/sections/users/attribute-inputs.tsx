import { SimpleGrid, Text, TextInput } from '@mantine/core';
import type { DraftForm } from '../../ui/forms/use-draft-form.ts';
import { attributeField, type AttributeValues, type DirectoryAttribute } from './account-fields.ts';
import type { UsersWords } from './en.ts';
import { useUsersWords } from './words.ts';

/** A field for each attribute, with what the directory asks of it. */
export function AttributeInputs({ form, attributes, shared = [] }: { readonly form: DraftForm<AttributeValues>; readonly attributes: readonly DirectoryAttribute[]; readonly shared?: readonly string[] }) {
  const words = useUsersWords();
  const known = new Map(attributes.map((each) => [attributeField(each.name), each]));
  const fields = Object.keys(form.values).filter((field) => field.startsWith(attributeField('')));
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      {fields.map((field) => {
        const name = field.slice(attributeField('').length);
        const hint = hintOf(words, name, known.get(field));
        return (
          <div key={field}>
            <TextInput label={labelOf(words, name)} withAsterisk={known.get(field)?.required === true} {...(hint === '' ? {} : { description: hint })} type={typeOf(name)} maxLength={1024} autoComplete="off" {...form.text(field)} />
            {shared.includes(name) && <Text size="sm" mt={4} style={{ color: 'var(--notice)' }}>{words.fields.shared}</Text>}
          </div>
        );
      })}
    </SimpleGrid>
  );
}

export function labelOf(words: UsersWords, name: string): string {
  return Object.hasOwn(words.attributes, name) ? (words.attributes[name] ?? name) : name;
}

export function labelsOf(words: UsersWords, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [attributeField(name), labelOf(words, name)]));
}

function hintOf({ fields }: UsersWords, name: string, attribute: DirectoryAttribute | undefined): string {
  if (attribute === undefined) return fields.unknown;
  const hints = [name === 'phone_number' ? fields.phoneHint : '', attribute.format === 'date' ? fields.dateHint : '', attribute.unique ? fields.unique : ''];
  return hints.filter((each) => each !== '').join(' ');
}

function typeOf(name: string): 'tel' | 'email' | 'text' {
  return name === 'phone_number' ? 'tel' : name === 'email' ? 'email' : 'text';
}
