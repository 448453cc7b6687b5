import { SimpleGrid, Text } from '@mantine/core';
import { Panel } from '../../ui/page/panel.tsx';
import { SettingField } from '../../settings/form/setting-field.tsx';
import { SettingsForm } from '../../settings/form/settings-form.tsx';
import { SettingsView } from '../../settings/settings-view.tsx';
import { AuthenticationPage } from './authentication-page.tsx';
import { useAuthenticationWords } from './words.ts';

const keys = ['login.methods.password.max-attempts', 'login.methods.password.tempLockForMin', 'login.methods.password.delay-ms'];

/** Against the guessing of passwords. */
export function PasswordPage() {
  const words = useAuthenticationWords();
  return (
    <AuthenticationPage title={words.tabs.password} lead={words.password.lead}>
      <SettingsView>
        {({ current, definitions }) => (
          <SettingsForm name="password" keys={keys} current={current} definitions={definitions}>
            {(state) => (
              <Panel title={words.password.guessing}>
                <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="lg">{keys.map((name) => <SettingField key={name} state={state} name={name} />)}</SimpleGrid>
              </Panel>
            )}
          </SettingsForm>
        )}
      </SettingsView>
      <Panel title={words.password.fixed}>
        <Text size="sm">{words.password.fixedText}</Text>
      </Panel>
    </AuthenticationPage>
  );
}
