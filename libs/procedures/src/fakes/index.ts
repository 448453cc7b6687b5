export { FakeBreakers } from './fake-breakers.ts';
export { FakeCompiler } from './fake-compiler.ts';
export { FakeEgress } from './fake-egress.ts';
export { FakeProcedureStore } from './fake-procedure-store.ts';
export { FakeSandbox } from './fake-sandbox.ts';
export { FakeTestCallLimits } from './fake-test-call-limits.ts';
export { written } from './written.ts';
