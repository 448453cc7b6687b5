import { AuditTrail } from '@blitz/audit';
import { CallLedger, CallProvider, CallTags, MoveCall, routesBy } from '@blitz/factors';
import { Clock, Sealer } from '@blitz/kernel';
import { adapt, assemble, Log } from '@blitz/platform';
import { PostgresProcedureStore } from '@blitz/postgres';
import {
  AskAgain,
  Breakers,
  CallbackTokens,
  Egress,
  LiveProcedures,
  ProcedureCalls,
  ProcedureLoop,
  ProcedureStore,
  ProviderHealth,
  ReadStatus,
  Sandbox,
} from '@blitz/procedures';
import { RedisBreakers } from '@blitz/redis';
import { QuickJsSandbox } from '@blitz/sandbox';
import { CallbackSandbox } from '../callbacks/callback-sandbox.ts';
import { AxiosEgress } from '@blitz/telephony';
import type { Provider } from '@nestjs/common';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { Environment } from './tokens.ts';

/** The administrator's procedures: where they run, what they may reach, and who asks them. */
export const procedureProviders: Provider[] = [
  // Its threads begin with the first run: an idle service pays nothing.
  { provide: QuickJsSandbox, useFactory: () => new QuickJsSandbox() },
  { provide: Sandbox, useExisting: QuickJsSandbox },
  { provide: AxiosEgress, useFactory: ({ value }: Environment) => new AxiosEgress(value.egress), inject: [Environment] },
  { provide: Egress, useExisting: AxiosEgress },
  adapt(ProcedureStore, PostgresProcedureStore, DataSource),
  adapt(Breakers, RedisBreakers, Redis),
  assemble(ProcedureLoop, Sandbox, Egress, Clock),
  // One of its own: a flood of callbacks keeps other callbacks waiting, and no call.
  { provide: CallbackSandbox, useFactory: () => new CallbackSandbox({ workers: 1, queue: 50 }) },
  {
    provide: ReadStatus,
    useFactory: (
      tokens: CallbackTokens,
      live: LiveProcedures,
      sandbox: CallbackSandbox,
      egress: Egress,
      clock: Clock,
      ledger: CallLedger,
      moveCall: MoveCall,
    ) => new ReadStatus(tokens, live, new ProcedureLoop(sandbox, egress, clock), clock, { ledger, isAwaited: (id) => moveCall.isAwaited(id) }),
    inject: [CallbackTokens, LiveProcedures, CallbackSandbox, Egress, Clock, CallLedger, MoveCall],
  },
  assemble(AskAgain, LiveProcedures, ProcedureLoop, Sealer, Clock),
  assemble(ProviderHealth, Breakers, AuditTrail, Clock),
  {
    provide: CallbackTokens,
    useFactory: (sealer: Sealer, { value }: Environment) => new CallbackTokens(sealer, `${value.web.publicUrl}/callbacks/calls`),
    inject: [Sealer, Environment],
  },
  {
    provide: LiveProcedures,
    useFactory: (store: ProcedureStore, sealer: Sealer, clock: Clock, log: Log) =>
      new LiveProcedures(store, sealer, clock, (error) => { log.warn({ err: error }, 'the procedures could not be looked at; the last ones stay'); }),
    inject: [ProcedureStore, Sealer, Clock, Log],
  },
  {
    provide: CallProvider,
    useFactory: (
      live: LiveProcedures,
      loop: ProcedureLoop,
      again: AskAgain,
      health: ProviderHealth,
      ledger: CallLedger,
      callbacks: CallbackTokens,
      tags: CallTags,
      sealer: Sealer,
      clock: Clock,
    ) => new ProcedureCalls(live, { loop, again, health, ledger, callbacks, routeOf: routesBy(tags) }, sealer, clock),
    inject: [LiveProcedures, ProcedureLoop, AskAgain, ProviderHealth, CallLedger, CallbackTokens, CallTags, Sealer, Clock],
  },
];
