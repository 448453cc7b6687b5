export { FakeEgress } from './fake-egress.ts';
export { FakeSandbox } from './fake-sandbox.ts';
