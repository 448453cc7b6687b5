import { CallGate } from '../guards/call-gate.ts';
import { CallTags } from '../guards/call-tags.ts';
import { FakeCallGuards } from './fake-call-guards.ts';
import { FakeFlashCallSettings } from './fake-flash-call-settings.ts';
import { FakeGuardSettings } from './fake-guard-settings.ts';

/** The gate with guards in memory; for what is not about guards, they are off. */
export function fakeCallGate(guards = new FakeCallGuards(), settings = FakeGuardSettings.off()): CallGate {
  return new CallGate(guards, new CallTags(Buffer.alloc(32, 9)), settings, new FakeFlashCallSettings());
}
