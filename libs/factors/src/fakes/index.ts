export { fakeCallGate } from './fake-call-gate.ts';
export { FakeCallGuards } from './fake-call-guards.ts';
export { FakeCallLedger } from './fake-call-ledger.ts';
export { fakeCall, FakeCallProvider, placedByProvider, placedFrom } from './fake-call-provider.ts';
export { FakeCallQueue } from './fake-call-queue.ts';
export { FakeChallenges } from './fake-challenges.ts';
export { FakeFlashCallSettings } from './fake-flash-call-settings.ts';
export { FakeGuardSettings } from './fake-guard-settings.ts';
export { FakeLogins } from './fake-logins.ts';
