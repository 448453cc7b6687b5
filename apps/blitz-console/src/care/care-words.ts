import { Type } from 'typebox';
import { Moment, named, orNull, Sub } from '../api/words.ts';

export const OfAccount = Type.Object({ sub: Sub }, { additionalProperties: false });

export const Level = Type.Union([Type.Literal(1), Type.Literal(2)], { description: 'How many factors.' });

const budget = {
  spent: Type.Integer({ description: 'Attempts since the last success.' }),
  total: Type.Integer({ description: 'Attempts until the block.' }),
  blocked_until: orNull(Moment),
};

const PasswordState = named('PasswordState', Type.Object({
  ...budget,
  set_at: orNull(Moment),
  locked: Type.Boolean({ description: 'The password can’t be used; other ways in stay open.' }),
  waits_until: orNull(Moment),
}));

const CallState = named('CallState', Type.Object({
  ...budget,
  offered: Type.Boolean({ description: 'Switched on as a second factor.' }),
  attribute: Type.String({ description: 'Where the number stands.' }),
  number: orNull(Type.String({ description: 'Masked. Null without a valid number: then the call can’t be offered.' })),
  state: orNull(Type.Enum(['queued', 'dialling', 'awaiting', 'confirmed', 'closed'])),
  tries_left: orNull(Type.Integer()),
  next_call_at: orNull(Moment),
}));

export const Security = named('AccountSecurity', Type.Object({
  sub: Sub,
  login: Type.String(),
  is_administrator: Type.Boolean({ description: 'Only those may help who have `w_admin`, too.' }),
  may_help: Type.Boolean({ description: 'Whether you may.' }),
  locked: Type.Boolean(),
  required_level: orNull(Level),
  effective_level: Level,
  now: Moment,
  password: PasswordState,
  call: CallState,
}));

export const Browser = named('TrustedBrowser', Type.Object({
  id: Type.String(),
  made_at: Moment,
  last_used_at: Moment,
  expires_at: Moment,
  address: Type.String(),
  user_agent: Type.String(),
}));

export const PersonSession = named('PersonSession', Type.Object({
  id: Type.String(),
  begun_at: Moment,
  last_used_at: Moment,
  expires_at: Moment,
  address: Type.String({ description: 'Where it was used last.' }),
  user_agent: Type.String(),
  applications: Type.Array(Type.Object({ client_id: Type.String(), name: Type.String() })),
}));

export const Ended = named('Ended', Type.Object({ count: Type.Integer() }));
