export { callGuardsContract, type GuardedRoom } from './call-guards-contract.ts';
