export { Compiler, type Compiled, type SourceProblem } from './compiler.ts';
export { Egress, egressFaultCodes, type EgressAnswer, type EgressFault, type EgressFaultCode, type EgressRules, type Sending } from './egress.ts';
export type { Json, JsonObject } from './json.ts';
export { entryPoints, type EntryPoint, type Program } from './program.ts';
export { Sandbox, type ProviderResponse, type Ran, type Run, type RunFault, type WantedRequest } from './sandbox.ts';
