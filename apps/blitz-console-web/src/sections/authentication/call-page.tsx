import { Alert, Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { GuessingOdds, OddsBeside } from '../../settings/odds/guessing-odds.tsx';
import { SettingField } from '../../settings/form/setting-field.tsx';
import { useMethods } from '../../settings/settings-data.ts';
import { SettingsForm, type SettingsFormState } from '../../settings/form/settings-form.tsx';
import { SettingsView } from '../../settings/settings-view.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { Panel } from '../../ui/page/panel.tsx';
import { QueryView } from '../../ui/states/query-view.tsx';
import { AuthenticationPage } from './authentication-page.tsx';
import { CallGuards, guardKeys } from './call-guards.tsx';
import { places } from './tabs.ts';
import { useAttributeCounts } from './use-attribute-counts.ts';
import { useAuthenticationWords } from './words.ts';

const profile = 'login.methods.flashCall.profiles."2"';
const [length, validity, perLogin, total, block, attribute, delay] = [
  `${profile}.psw-length`, `${profile}.psw-expire-time-sec`, `${profile}.psw-max-attempts`, `${profile}.tempLockAfter`, `${profile}.tempLockForMin`,
  `${profile}.phone-attr`, `${profile}.resend-delay-sec`,
] as const;
const profileKeys = [length, validity, perLogin, total, block, attribute, delay];

/** "Confirmation by a Phone Call": the guide's six settings, and ours. */
export function CallPage() {
  const words = useAuthenticationWords();
  const methods = useMethods();
  return (
    <AuthenticationPage title={words.tabs.flashCall} lead={words.call.lead}>
      <QueryView query={methods} lines={8}>
        {({ body: { second } }) => {
          const call = second.find(({ id }) => id === 'flashCall');
          return call === undefined ? <NotFound /> : <CallSettings configured={call.state !== 'not_configured'} on={call.enabled} />;
        }}
      </QueryView>
    </AuthenticationPage>
  );
}

function CallSettings({ configured, on }: { readonly configured: boolean; readonly on: boolean }) {
  const words = useAuthenticationWords();
  return (
    <Stack gap="lg">
      {configured ? (!on && <NextStep />) : <Alert color="blitz" title={words.call.first}>{words.call.firstText}</Alert>}
      <SettingsView>
        {({ current, definitions }) => (
          <Stack gap="lg">
            <SettingsForm name="flashCall" keys={profileKeys} current={current} definitions={definitions} confirms={!configured} saved={words.call.saved} {...(configured ? {} : { done: toTheNextStep })}>
              {(state) => <ProfileFields state={state} />}
            </SettingsForm>
            <SettingsForm name="guards" keys={guardKeys} current={current} definitions={definitions}>
              {(state) => <CallGuards state={state} />}
            </SettingsForm>
          </Stack>
        )}
      </SettingsView>
    </Stack>
  );
}

function ProfileFields({ state }: { readonly state: SettingsFormState }) {
  const words = useAuthenticationWords();
  const counts = useAttributeCounts();
  const judged = state.preview ?? state.settings;
  return (
    <>
      <Panel title={words.call.code}>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="lg">
          <SettingField state={state} name={length}><OddsBeside judged={judged} name={length} figures={['per_login']} /></SettingField>
          <SettingField state={state} name={validity} />
          <SettingField state={state} name={perLogin}><OddsBeside judged={judged} name={perLogin} figures={['per_login']} /></SettingField>
          <SettingField state={state} name={total}><OddsBeside judged={judged} name={total} figures={['until_block', 'per_day']} /></SettingField>
          <SettingField state={state} name={block} />
          <SettingField state={state} name={attribute} {...(counts === undefined ? {} : { counts })}>
            {counts?.get(String(state.form.values[attribute])) === 0 && <Text size="sm" c="var(--notice)" role="status">{words.call.nobody}</Text>}
          </SettingField>
          <SettingField state={state} name={delay} />
        </SimpleGrid>
      </Panel>
      <GuessingOdds odds={judged.odds} shortfalls={judged.shortfalls} />
    </>
  );
}

/** It stands above the settings, which were saved below. */
const toTheNextStep = (): void => window.scrollTo({ top: 0 });

/** After the settings were saved: whoever makes the calls. */
function NextStep() {
  const words = useAuthenticationWords();
  return (
    <Alert color="blitz" title={words.call.next}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{words.call.nextText}</Text>
        <Button component={Link} to={places.driver} size="xs" variant="default" rightSection={<IconArrowRight size={16} aria-hidden="true" />}>{words.tabs.driver}</Button>
      </Stack>
    </Alert>
  );
}
