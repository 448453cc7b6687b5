import { Accounts } from '@blitz/accounts';
import { AuditTrail, RecordDeed } from '@blitz/audit';
import { Clock, Sealer } from '@blitz/kernel';
import { adapt, assemble } from '@blitz/platform';
import { PostgresAccounts } from '@blitz/postgres';
import {
  ChangePlan, ChangeProcedure, ChangeSecret, DeleteSecret, ExamineDraft, ExamineProcedure, KeepSecrets, ProcedureStore, RestoreProcedure, SavePlan, SaveProcedure,
  TestCallLimits,
} from '@blitz/procedures';
import type { Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ProcedureReader } from './procedure-reader.ts';

/** Procedures, their plan and their secrets, as administrators change them. */
export const proceduresProviders: Provider[] = [
  adapt(Accounts, PostgresAccounts, DataSource),
  assemble(ProcedureReader, ProcedureStore, Accounts),
  assemble(SaveProcedure, ExamineProcedure, ProcedureStore, Clock, AuditTrail),
  assemble(ChangeProcedure, SaveProcedure, ProcedureStore, RecordDeed),
  assemble(RestoreProcedure, ProcedureStore, ChangeProcedure),
  assemble(ExamineDraft, ExamineProcedure, TestCallLimits, Clock),
  assemble(SavePlan, ProcedureStore, Clock, AuditTrail),
  assemble(ChangePlan, SavePlan, ProcedureStore, RecordDeed),
  assemble(KeepSecrets, ProcedureStore, Sealer, Clock, AuditTrail),
  assemble(ChangeSecret, KeepSecrets, RecordDeed),
  assemble(DeleteSecret, KeepSecrets, RecordDeed),
];
