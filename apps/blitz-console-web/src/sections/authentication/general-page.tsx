import { SimpleGrid } from '@mantine/core';
import { Panel } from '../../ui/page/panel.tsx';
import { SettingField } from '../../settings/form/setting-field.tsx';
import { SettingsForm } from '../../settings/form/settings-form.tsx';
import { SettingsView } from '../../settings/settings-view.tsx';
import { AuthenticationPage } from './authentication-page.tsx';
import { useAuthenticationWords } from './words.ts';

const groups = {
  level: ['login.required-factor'],
  session: ['login.session.inactivityPeriodInSec', 'login.session.ttlInSec'],
  browser: ['login.uaActiveTtlInSec', 'login.uaInactiveTtlInSec'],
  people: ['login.displayNameAttr', 'lang.available', 'lang.default', 'phone.default-country'],
} as const;

const keys = Object.values(groups).flat();

/** What is asked of whom, and how long it holds. */
export function GeneralPage() {
  const words = useAuthenticationWords();
  return (
    <AuthenticationPage title={words.tabs.general} lead={words.general.lead}>
      <SettingsView>
        {({ current, definitions }) => (
          <SettingsForm name="general" keys={keys} current={current} definitions={definitions}>
            {(state) => (Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
              <Panel key={group} title={words.general.groups[group]}>
                <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="lg">{groups[group].map((name) => <SettingField key={name} state={state} name={name} />)}</SimpleGrid>
              </Panel>
            ))}
          </SettingsForm>
        )}
      </SettingsView>
    </AuthenticationPage>
  );
}
