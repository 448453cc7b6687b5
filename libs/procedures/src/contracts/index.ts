export { procedureStoreContract } from './procedure-store-contract.ts';
