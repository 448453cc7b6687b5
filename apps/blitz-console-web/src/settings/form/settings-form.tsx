import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { api } from '../../client/admin-api.ts';
import { versioned, type Versioned } from '../../client/answer.ts';
import { FormFrame } from '../../ui/forms/form-frame.tsx';
import { useDraftForm, type DraftForm } from '../../ui/forms/use-draft-form.ts';
import { useLanguage } from '../../words/language-context.tsx';
import { useWords } from '../../words/use-words.ts';
import { changesOf, valuesOf, type SettingValues } from './changes-of.ts';
import { Doubts } from './doubts.tsx';
import type { Definition, Preview, Settings } from '../settings-data.ts';
import { useSettingsChanged } from '../settings-data.ts';
import { useShownValue } from '../values/shown-value.tsx';
import { usePreview } from './use-preview.ts';
import { useSettingsWords } from '../words.ts';

/** What a field of a form over settings knows. */
export interface SettingsFormState {
  readonly form: DraftForm<SettingValues>;
  readonly settings: Settings;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly preview: Preview | undefined;
}

export interface SettingsFormProps {
  readonly name: string;
  readonly keys: readonly string[];
  readonly current: Versioned<Settings>;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Whether all of them are saved as they stand there: then somebody stands for them. */
  readonly confirms?: boolean;
  /** What it says when it was saved. */
  readonly saved?: string;
  readonly done?: () => void;
  readonly children: (state: SettingsFormState) => ReactNode;
}

/** A form over some settings, made from their definitions and nothing else. */
export function SettingsForm({ name, keys, current, definitions, confirms = false, saved, done, children }: SettingsFormProps) {
  const [words, own, { language }, shown, changed] = [useWords(), useSettingsWords(), useLanguage(), useShownValue(), useSettingsChanged()];
  const { body: settings, etag } = current;
  const confirming = confirms ? keys : [];
  const form = useDraftForm<SettingValues>({
    name,
    saved: valuesOf(settings, keys),
    etag,
    labels: Object.fromEntries(keys.map((key) => [key, definitions.get(key)?.label[language] ?? key])),
    show: (key, value) => shown(definitions.get(key), value),
    read: (now) => valuesOf(now as Settings, keys),
    reload: changed,
    rules: { setting: () => own.notAllowed },
    problems: own.problems,
    save: async (values, { etag: at }) => {
      await versioned(api.PUT('/blitz/admin/api/v1/settings', { body: changesOf(values, settings, confirming), params: { header: { 'If-Match': at } } }));
      await changed();
    },
  });
  const preview = usePreview(changesOf(form.values, settings), etag);
  return (
    <FormFrame form={form} {...(confirms ? { submit: words.form.save } : {})} {...(saved === undefined ? {} : { saved })} {...(done === undefined ? {} : { done })}>
      <Stack gap="lg">
        {children({ form, settings, definitions, preview })}
        <Doubts doubts={(preview ?? settings).doubts.filter(({ key }) => key === null || keys.includes(key))} />
      </Stack>
    </FormFrame>
  );
}
