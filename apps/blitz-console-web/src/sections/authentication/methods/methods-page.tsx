import { Stack } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { api } from '../../../client/admin-api.ts';
import { versioned, type Versioned } from '../../../client/answer.ts';
import { Doubts } from '../../../settings/form/doubts.tsx';
import { usePreview } from '../../../settings/form/use-preview.ts';
import { useMethods, useSettings, useSettingsChanged, type Method, type Methods, type Settings } from '../../../settings/settings-data.ts';
import { useSettingsWords } from '../../../settings/words.ts';
import { FormFrame } from '../../../ui/forms/form-frame.tsx';
import { sameValue } from '../../../ui/forms/same-value.ts';
import { useDraftForm } from '../../../ui/forms/use-draft-form.ts';
import { Panel } from '../../../ui/page/panel.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { QueryView } from '../../../ui/states/query-view.tsx';
import { AuthenticationPage } from '../authentication-page.tsx';
import { useAuthenticationWords } from '../words.ts';
import { MethodList, type Wanted } from './method-list.tsx';

type ListName = 'first' | 'second';

/** One of the two lists: order, and what is switched on. */
export function MethodsPage({ list }: { readonly list: ListName }) {
  const words = useAuthenticationWords();
  const methods = useMethods();
  return (
    <AuthenticationPage title={words.tabs[list]} lead={words.methods.lead[list]}>
      <QueryView query={methods}>{(current) => (current.body[list].length === 0 ? <NoMethods list={list} /> : <MethodsForm list={list} current={current} />)}</QueryView>
    </AuthenticationPage>
  );
}

function NoMethods({ list }: { readonly list: ListName }) {
  const words = useAuthenticationWords().methods;
  return <EmptyState icon={<IconShieldLock />} title={words.none}>{words.noneText[list]}</EmptyState>;
}

interface Lists {
  readonly methods: readonly Wanted[];
}

function MethodsForm({ list, current }: { readonly list: ListName; readonly current: Versioned<Methods> }) {
  const [words, settingsWords, changed] = [useAuthenticationWords(), useSettingsWords(), useSettingsChanged()];
  const { body, etag } = current;
  const other = list === 'first' ? 'second' : 'first';
  const form = useDraftForm<Lists>({
    name: list,
    saved: { methods: body[list].map(wanted) },
    etag,
    labels: { methods: words.tabs[list] },
    show: (_, value) => (value as readonly Wanted[]).map(({ id, enabled }) => `${settingsWords.methodName(id)}: ${enabled ? settingsWords.on : settingsWords.off}`).join(', '),
    read: (now) => ({ methods: (now as Methods)[list].map(wanted) }),
    reload: changed,
    problems: settingsWords.problems,
    save: async ({ methods }, { etag: at }) => {
      const lists = { [list]: [...methods], [other]: body[other].map(wanted) } as Record<ListName, Wanted[]>;
      await versioned(api.PUT('/blitz/admin/api/v1/methods', { body: lists, params: { header: { 'If-Match': at } } }));
      await changed();
    },
  });
  const known = new Map<string, Method>(body[list].map((each) => [each.id, each]));
  const doubts = useMethodDoubts(list, form.values.methods, body[other], etag);
  return (
    <FormFrame form={form}>
      <Doubts doubts={doubts} />
      <Panel>
        <Stack gap="sm">
          <MethodList list={list} wanted={form.values.methods} known={known} change={(methods) => form.set('methods', methods)} />
        </Stack>
      </Panel>
    </FormFrame>
  );
}

/** What nobody would want: that two factors are asked for, and no second one is switched on. */
function useMethodDoubts(list: ListName, methods: readonly Wanted[], others: readonly Method[], etag: string): Settings['doubts'] {
  const settings = useSettings().data?.body;
  const entries = (all: readonly Wanted[]): object[] => all.map(({ id: method, enabled }) => ({ method, enabled }));
  const lists = list === 'first' ? [entries(methods), entries(others)] : [entries(others), entries(methods)];
  const changed = settings !== undefined && !sameValue(lists, settings.values['login.factors']);
  const preview = usePreview(changed ? { 'login.factors': lists } : {}, etag);
  return ((changed ? preview : undefined) ?? settings)?.doubts.filter(({ key }) => key === 'login.factors' || key === 'login.required-factor') ?? [];
}

const wanted = ({ id, enabled }: Method): Wanted => ({ id, enabled });
