import { Accordion, SimpleGrid, Stack, Text } from '@mantine/core';
import { Panel } from '../../ui/page/panel.tsx';
import { SettingField } from '../../settings/form/setting-field.tsx';
import type { SettingsFormState } from '../../settings/form/settings-form.tsx';
import { useAuthenticationWords } from './words.ts';

const guards = 'login.methods.flashCall.guards';
const dimensions = ['number', 'prefix', 'country', 'address', 'application', 'total'] as const;
const pumping = ['pumping-calls', 'pumping-percent', 'pumping-quiet-min'].map((each) => `${guards}.${each}`);
const where = [`${guards}.number-types`, `${guards}.countries`];

export const guardKeys = [...dimensions.flatMap((each) => [`${guards}.${each}-calls`, `${guards}.${each}-window-min`]), ...pumping, ...where];

/** Against fraud and nuisance: limits that are met before a call is paid for. Folded: most installations never touch them. */
export function CallGuards({ state }: { readonly state: SettingsFormState }) {
  const words = useAuthenticationWords().guards;
  const { form } = state;
  const touched = (keys: readonly string[]): boolean => keys.some((key) => form.errorOf(key) !== undefined);
  const groups = [
    { name: 'where', title: words.where, keys: where },
    ...dimensions.map((each) => ({ name: each, title: words.dimension[each], keys: [`${guards}.${each}-calls`, `${guards}.${each}-window-min`] })),
    { name: 'pumping', title: words.pumping, keys: pumping },
  ];
  return (
    <Panel title={words.title} lead={words.lead}>
      <Accordion multiple defaultValue={groups.filter(({ keys }) => touched(keys)).map(({ name }) => name)} variant="separated" order={3}>
        {groups.map(({ name, title, keys }) => (
          <Accordion.Item key={name} value={name}>
            <Accordion.Control><Text fw={550}>{title}</Text></Accordion.Control>
            <Accordion.Panel>
              {keys.length === 2 && name !== 'where'
                ? <SimpleGrid cols={{ base: 1, sm: 2 }}>{keys.map((key) => <SettingField key={key} state={state} name={key} />)}</SimpleGrid>
                : <Stack gap="lg">{keys.map((key) => <SettingField key={key} state={state} name={key} />)}</Stack>}
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Panel>
  );
}
