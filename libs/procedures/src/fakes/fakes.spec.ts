import { FakeProcedureStore } from './fake-procedure-store.ts';
import { procedureStoreContract } from '../contracts/procedure-store-contract.ts';

procedureStoreContract('FakeProcedureStore', () => Promise.resolve(new FakeProcedureStore()));
