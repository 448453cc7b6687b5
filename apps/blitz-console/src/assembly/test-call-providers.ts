import { AuditTrail } from '@blitz/audit';
import { CallTags } from '@blitz/factors';
import { Clock, deriveKey, Sealer } from '@blitz/kernel';
import { adapt, assemble, Log } from '@blitz/platform';
import { Compiler, Egress, ExamineProcedure, LiveProcedures, ProcedureLoop, ProcedureStore, Sandbox, TestCall, TestCallLimits } from '@blitz/procedures';
import { RedisTestCallLimits } from '@blitz/redis';
import { QuickJsSandbox } from '@blitz/sandbox';
import { TypeScriptCompiler } from '@blitz/sandbox/compiler';
import type { Provider } from '@nestjs/common';
import { Redis } from 'ioredis';
import { LateSettings } from '../settings/late-settings.ts';
import { LateEgress } from '../test-calls/late-egress.ts';
import { TestCallDesk } from '../test-calls/test-call-desk.ts';
import { Environment } from './tokens.ts';

/** Test calls: the sandbox and the way out that real calls have, with limits of their own. */
export const testCallProviders: Provider[] = [
  // Their threads begin with the first run: an idle service pays nothing.
  { provide: TypeScriptCompiler, useFactory: () => new TypeScriptCompiler() },
  { provide: Compiler, useExisting: TypeScriptCompiler },
  { provide: QuickJsSandbox, useFactory: () => new QuickJsSandbox() },
  { provide: Sandbox, useExisting: QuickJsSandbox },
  { provide: LateEgress, useFactory: ({ value }: Environment) => new LateEgress(value.egress), inject: [Environment] },
  { provide: Egress, useExisting: LateEgress },
  { provide: CallTags, useFactory: ({ value }: Environment) => new CallTags(deriveKey(value.secrets.secret, 'guards')), inject: [Environment] },
  adapt(TestCallLimits, RedisTestCallLimits, Redis, CallTags),
  assemble(ProcedureLoop, Sandbox, Egress, Clock),
  assemble(ExamineProcedure, Compiler, Sandbox, ProcedureStore, Sealer, Clock),
  {
    provide: LiveProcedures,
    useFactory: (store: ProcedureStore, sealer: Sealer, clock: Clock, log: Log) =>
      new LiveProcedures(store, sealer, clock, (error) => { log.warn({ err: error }, 'the procedures could not be looked at; the last ones stay'); }),
    inject: [ProcedureStore, Sealer, Clock, Log],
  },
  {
    provide: TestCall,
    useFactory: (examine: ExamineProcedure, live: LiveProcedures, loop: ProcedureLoop, limits: TestCallLimits, clock: Clock, audit: AuditTrail) =>
      new TestCall({ examine, live, loop, limits }, clock, audit),
    inject: [ExamineProcedure, LiveProcedures, ProcedureLoop, TestCallLimits, Clock, AuditTrail],
  },
  assemble(TestCallDesk, TestCall, LateSettings),
];
