import { Anchor, Group, SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import type { components } from '@blitz/admin-client';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api } from '../../../../client/admin-api.ts';
import { answer } from '../../../../client/answer.ts';
import { useDraftForm } from '../../../../ui/forms/use-draft-form.ts';
import { Page } from '../../../../ui/page/page.tsx';
import { Panel } from '../../../../ui/page/panel.tsx';
import { QueryView } from '../../../../ui/states/query-view.tsx';
import { driverPath, useTemplate, useTemplates } from '../driver-queries.ts';
import { useDriverWords } from '../words.ts';
import { ProcedureFields, type ProcedureValues } from './procedure-fields.tsx';
import { constantIn } from './secrets-in.ts';
import classes from './templates.module.css';

type Template = components['schemas']['ProcedureTemplate'];

/** A new procedure, begun from a template: which one stands in the address. */
export function NewProcedurePage() {
  const words = useDriverWords();
  const [search] = useSearchParams();
  const id = search.get('template');
  const path = [{ title: words.authentication, to: '/authentication' }, { title: words.method, to: '/authentication/second/flashCall' }, { title: words.title, to: driverPath }];
  return <Page title={words.newProcedure} path={path}>{id === null ? <Templates /> : <FromTemplate key={id} id={id} />}</Page>;
}

function Templates() {
  const words = useDriverWords().procedure;
  return (
    <Panel title={words.chooseTemplate} lead={words.chooseLead}>
      <QueryView query={useTemplates()}>
        {({ items }) => (
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
            {items.map(({ id, name, destinations, code_length: { from, to } }) => (
              <UnstyledButton key={id} component={Link} to={`?template=${id}`} className={classes['card'] ?? ''}>
                <Text fw={600}>{name}</Text>
                <Text size="sm" c="dimmed">{[words.codeLength(from, to), ...destinations].join(' · ')}</Text>
              </UnstyledButton>
            ))}
          </SimpleGrid>
        )}
      </QueryView>
    </Panel>
  );
}

function FromTemplate({ id }: { readonly id: string }) {
  return <QueryView query={useTemplate(id)} own={useDriverWords().problems}>{(template) => <NewProcedure template={template} />}</QueryView>;
}

function NewProcedure({ template }: { readonly template: Template }) {
  const words = useDriverWords();
  const [queryClient, navigate] = [useQueryClient(), useNavigate()];
  const { id, name, hosts, source, secrets } = template;
  const form = useDraftForm<ProcedureValues>({
    name: `new ${id}`,
    saved: { key: id, name, hosts, source },
    labels: { key: words.procedure.key, name: words.procedure.name, hosts: words.procedure.hosts, source: words.procedure.source },
    save: async (values) => {
      const body = { name: values.name, source: values.source, hosts: [...values.hosts] };
      await answer(api.PUT('/blitz/admin/api/v1/procedures/{key}', { params: { path: { key: values.key }, header: { 'If-None-Match': '*' } }, body }));
      await queryClient.invalidateQueries({ queryKey: ['driver'] });
    },
    read: (current) => current as Template & { readonly key: string },
    problems: words.problems,
    rules: words.rules,
  });
  const help = Object.fromEntries(secrets.map((each) => [each.name, each.help]));
  return (
    <ProcedureFields
      form={form} fresh help={help} done={() => void navigate(driverPath)}
      above={(goTo) => <Hints template={template} source={form.values.source} goTo={(line) => goTo({ line, column: 1 })} />}
    />
  );
}

/** What to look at in a template before it is saved. */
function Hints({ template, source, goTo }: { readonly template: Template; readonly source: string; readonly goTo: (line: number) => void }) {
  const words = useDriverWords().procedure;
  const { name, settings, code_length: { from, to } } = template;
  return (
    <Panel title={`${words.template}: ${name}`} lead={words.codeLength(from, to)} actions={<Anchor component={Link} to={`${driverPath}/new`}>{words.another}</Anchor>}>
      {settings.length > 0 && (
        <Group gap="xs">
          <Text size="sm">{words.fillIn}:</Text>
          {settings.map((setting) => {
            const line = constantIn(source, setting);
            return line === undefined ? <Text key={setting} size="sm">{setting}</Text> : <Anchor key={setting} component="button" type="button" size="sm" onClick={() => goTo(line)}>{setting}</Anchor>;
          })}
        </Group>
      )}
    </Panel>
  );
}
