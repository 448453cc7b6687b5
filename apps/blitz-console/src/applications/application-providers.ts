import { ApplicationRegister, ChangeApplication, CreateApplication, DeleteApplication, RotateSecret } from '@blitz/accounts';
import { RecordDeed } from '@blitz/audit';
import { Sealer } from '@blitz/kernel';
import { adapt, assemble } from '@blitz/platform';
import { PostgresApplicationRegister } from '@blitz/postgres';
import type { Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';

export const applicationProviders: Provider[] = [
  adapt(ApplicationRegister, PostgresApplicationRegister, DataSource, Sealer),
  assemble(CreateApplication, ApplicationRegister, RecordDeed),
  assemble(ChangeApplication, ApplicationRegister, RecordDeed),
  assemble(DeleteApplication, ApplicationRegister, RecordDeed),
  assemble(RotateSecret, ApplicationRegister, RecordDeed),
];
