export { FakeBreakers } from './fake-breakers.ts';
export { FakeEgress } from './fake-egress.ts';
export { FakeProcedureStore } from './fake-procedure-store.ts';
export { FakeSandbox } from './fake-sandbox.ts';
export { procedureStoreContract } from './procedure-store-contract.ts';
