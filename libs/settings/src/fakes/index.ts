export { FakeCallReadiness } from './fake-call-readiness.ts';
export { fakeConfFiles } from './fake-conf-files.ts';
export { FakeSettingsStore } from './fake-settings-store.ts';
export { FakeSettingsSignal } from './fake-settings-signal.ts';
export { fakeFileSettings } from './fake-file-settings.ts';
export { fakeSettings } from './fake-settings.ts';
export { settingsStoreContract } from './settings-store-contract.ts';
export { settingsSignalContract } from './settings-signal-contract.ts';
export { anAdministrator, SettingsOffice } from './settings-office.ts';
