import { Administrators, AppointAdministrator, ChangeRoles, DismissAdministrator } from '@blitz/accounts';
import { RecordDeed } from '@blitz/audit';
import { Clock } from '@blitz/kernel';
import { assemble } from '@blitz/platform';
import type { Provider } from '@nestjs/common';

/** Who decides who may work in the console. */
export const administratorsProviders: Provider[] = [
  assemble(AppointAdministrator, Administrators, Clock, RecordDeed),
  assemble(ChangeRoles, Administrators, Clock, RecordDeed),
  assemble(DismissAdministrator, Administrators, RecordDeed),
];
