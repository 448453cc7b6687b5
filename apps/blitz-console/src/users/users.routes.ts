import { Type } from 'typebox';
import { Page, pageQuery } from '../api/cursor.ts';
import { route } from '../api/route.ts';
import { Moment, named, orNull, Sub } from '../api/words.ts';

const tag = 'Users';
const ofUser = Type.Object({ sub: Sub });

const RequiredFactor = named(
  'RequiredFactor',
  Type.Union([Type.Literal(1), Type.Literal(2), Type.Null()], { description: 'How many factors the account is asked for; null leaves it to the configuration.' }),
);
const AttributeValues = named(
  'AttributeValues',
  Type.Record(Type.String(), Type.String({ maxLength: 1024 }), { maxProperties: 100, description: 'By the names of `GET attributes`. An empty text is no value.' }),
);

export const User = named(
  'User',
  Type.Object({
    sub: Sub,
    login: Type.String(),
    attributes: AttributeValues,
    required_factor: RequiredFactor,
    locked: Type.Boolean(),
    password_locked: Type.Boolean(),
    created_at: Moment,
    warnings: Type.Array(Type.Object({ attribute: Type.Enum(['email', 'phone_number']), rule: Type.Literal('shared') }), {
      description: 'What another account has too: nobody can log in with it.',
    }),
  }),
);

export const UserItem = named(
  'UserItem',
  Type.Object({
    sub: Sub,
    login: Type.String(),
    name: orNull(Type.String()),
    email: orNull(Type.String()),
    phone_number: orNull(Type.String({ description: 'Masked.', examples: ['+7 ··· ··· 12 34'] })),
    required_factor: RequiredFactor,
    locked: Type.Boolean(),
  }),
);

export const DirectoryAttribute = named(
  'DirectoryAttribute',
  Type.Object({
    name: Type.String(),
    format: Type.String(),
    required: Type.Boolean(),
    unique: Type.Boolean(),
    searchable: Type.Boolean({ description: 'Whether people log in with it.' }),
    valid_numbers: Type.Integer({ minimum: 0, description: 'How many accounts have a valid telephone number in it; a minute old at most.' }),
  }),
);

export const listUsers = route({
  method: 'GET',
  path: 'users',
  privilege: ['w_user', 'r_audit', 'w_admin'],
  tag,
  summary: 'Finds accounts by login, name, number or e-mail address',
  description: 'By the beginning of each word, in any order; numbers also by their last 4 digits or more. Without `q`: all, by login.',
  query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 200 })), ...pageQuery }, { additionalProperties: false }),
  answers: { 200: Page(UserItem) },
});

export const createUser = route({
  method: 'POST',
  path: 'users',
  privilege: 'w_user',
  tag,
  summary: 'Creates an account',
  description: 'It has no password yet: nobody gets in with it before one is set.',
  idempotent: true,
  body: Type.Object({ login: Type.String({ minLength: 1, maxLength: 254 }), attributes: Type.Optional(AttributeValues), required_factor: Type.Optional(RequiredFactor) }, { additionalProperties: false }),
  answers: { 201: User },
});

export const readUser = route({
  method: 'GET',
  path: 'users/{sub}',
  privilege: 'w_user',
  tag,
  summary: 'Reads an account',
  params: ofUser,
  answers: { 200: User },
});

export const changeUser = route({
  method: 'PUT',
  path: 'users/{sub}',
  privilege: 'w_user',
  tag,
  summary: 'Replaces the attributes of an account',
  description: 'Another telephone number ends the trust of browsers. Locks have a route of their own.',
  precondition: true,
  params: ofUser,
  body: Type.Object({ attributes: AttributeValues, required_factor: RequiredFactor }, { additionalProperties: false }),
  answers: { 200: User },
});

export const listAttributes = route({
  method: 'GET',
  path: 'attributes',
  privilege: ['w_user', 'w_system'],
  tag,
  summary: 'What the directory knows of people',
  answers: { 200: Type.Object({ items: Type.Array(DirectoryAttribute) }) },
});

export const usersRoutes = [listUsers, createUser, readUser, changeUser, listAttributes] as const;
