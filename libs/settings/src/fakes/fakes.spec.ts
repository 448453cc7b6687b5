import { FakeSettingsSignal } from './fake-settings-signal.ts';
import { FakeSettingsStore } from './fake-settings-store.ts';
import { settingsSignalContract } from './settings-signal-contract.ts';
import { settingsStoreContract } from './settings-store-contract.ts';

settingsStoreContract('FakeSettingsStore', () => Promise.resolve(new FakeSettingsStore()));
settingsSignalContract('FakeSettingsSignal', () => {
  const signal = new FakeSettingsSignal();
  return Promise.resolve([signal, signal] as const);
});
