import { AuditTrail, RecordDeed } from '@blitz/audit';
import { Clock, Sealer } from '@blitz/kernel';
import { assemble } from '@blitz/platform';
import {
  ChangePlan, ChangeProcedure, ChangeSecret, DeleteSecret, ExamineDraft, ExamineProcedure, KeepSecrets, ProcedureStore, RestoreProcedure, SavePlan, SaveProcedure,
  TestCallLimits,
} from '@blitz/procedures';
import type { Provider } from '@nestjs/common';
import { AuthorNames } from '../settings/configuration/author-names.ts';
import { ProcedureReader } from './procedure-reader.ts';

/** Procedures, their plan and their secrets, as administrators change them. */
export const proceduresProviders: Provider[] = [
  assemble(ProcedureReader, ProcedureStore, AuthorNames),
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
