import { privileges } from '@blitz/accounts';
import { Type } from 'typebox';
import { Moment, named, orNull } from '../api/words.ts';

const mostAddresses = 50;
const longestText = 2_000;

const addresses = (description: string) => Type.Array(Type.String({ maxLength: longestText }), { maxItems: mostAddresses, description });

const Privilege = Type.Enum([...privileges]);

export const ClientId = Type.String({ pattern: '^[!-~]{1,128}$', description: 'The `client_id` of an application.' });

const kind = Type.Enum(['web', 'native', 'machine'], {
  description: '`web` runs on a server and keeps a secret, `native` runs on people’s devices or in their browsers and keeps none, `machine` logs nobody in and works with this API. Never changes.',
});

const said = {
  kind,
  name: Type.String({ description: 'As people read it when they log in: 1–100 characters.' }),
  redirect_uris: Type.Optional(addresses('Where logins return to: at least one, but none for `machine`. https, or http on the loopback address; for `native` also a scheme of one’s own, as in `com.example.app:/callback`. Compared exactly.')),
  post_logout_redirect_uris: Type.Optional(addresses('Where logouts return to; none when left out.')),
  required_factor: Type.Optional(Type.Union([Type.Literal(2), Type.Null()], { description: '2: each login to it takes two factors, in trusted browsers too. Null or left out: what the installation and the account ask for.' })),
  refresh_tokens: Type.Optional(Type.Boolean({ description: 'It gets refresh tokens; true when left out, but for `machine`.' })),
  privileges: Type.Optional(Type.Array(Privilege, { uniqueItems: true, description: 'What a `machine` may do: at least one. Takes `w_admin`, and each of the privileges oneself.' })),
};

export const ApplicationChange = named('ApplicationChange', Type.Object(said, { additionalProperties: false }));

export const NewApplication = named('NewApplication', Type.Object({
  client_id: Type.String({ description: 'A letter, then up to 99 letters, digits, dots, dashes and underscores, without a row of seven digits and dashes. Never changes.' }),
  ...said,
}, { additionalProperties: false }));

const known = {
  client_id: Type.String(),
  kind,
  name: Type.String(),
  redirect_uris: Type.Array(Type.String()),
  post_logout_redirect_uris: Type.Array(Type.String()),
  required_factor: orNull(Type.Literal(2)),
  refresh_tokens: Type.Boolean(),
  privileges: Type.Array(Privilege),
  has_secret: Type.Boolean(),
  secret_since: orNull(Moment),
  created_at: Moment,
  changed_at: Moment,
  issuer: Type.String({ description: 'What it has to know of blitz-idp: `/.well-known/openid-configuration` below it says the rest.' }),
};

export const Application = named('Application', Type.Object(known));

export const ApplicationWithSecret = named('ApplicationWithSecret', Type.Object({
  ...known,
  client_secret: orNull(Type.String({ description: 'Told this once, and never again. Null where there is none.' })),
}));
