import { privileges } from '@blitz/accounts';
import { Type } from 'typebox';
import { Page, pageQuery } from '../api/cursor.ts';
import { route } from '../api/route.ts';
import { Sub } from '../api/words.ts';
import { Administrator, Candidate, Myself, Roles, RoleWithPrivileges } from './administrator-schemas.ts';

const [tag, privilege] = ['Administrators', 'w_admin'] as const;
const one = Type.Object({ sub: Sub });
const lastRoot = 'One administrator with the role `root` whose account is not locked always stays.';

export const listAdministrators = route({
  method: 'GET',
  path: 'administrators',
  privilege,
  tag,
  summary: 'Who may work in the console',
  query: Type.Object(pageQuery, { additionalProperties: false }),
  answers: { 200: Page(Administrator) },
});

export const findCandidates = route({
  method: 'GET',
  path: 'administrators/candidates',
  privilege,
  tag,
  summary: 'The account that somebody means: by its whole login, e-mail address or telephone number',
  query: Type.Object({ login: Type.String({ minLength: 1, maxLength: 254 }) }, { additionalProperties: false }),
  answers: { 200: Type.Object({ items: Type.Array(Candidate) }) },
});

export const readAdministrator = route({
  method: 'GET',
  path: 'administrators/{sub}',
  privilege,
  tag,
  summary: 'One administrator',
  params: one,
  answers: { 200: Administrator },
});

export const appointAdministrator = route({
  method: 'POST',
  path: 'administrators',
  privilege,
  tag,
  summary: 'Makes an account an administrator',
  description: 'The role `root` is given by those who have all of its privileges.',
  body: Type.Object({ sub: Sub, roles: Roles }, { additionalProperties: false }),
  answers: { 201: Administrator },
  fresh: true,
  idempotent: true,
});

export const changeRoles = route({
  method: 'PUT',
  path: 'administrators/{sub}',
  privilege,
  tag,
  summary: 'Gives an administrator other roles',
  description: `In force with their next request. ${lastRoot} Nobody changes their own.`,
  params: one,
  body: Type.Object({ roles: Roles }, { additionalProperties: false }),
  answers: { 200: Administrator },
  precondition: true,
  fresh: true,
});

export const dismissAdministrator = route({
  method: 'DELETE',
  path: 'administrators/{sub}',
  privilege,
  tag,
  summary: 'Takes all roles away from somebody',
  description: `In force with their next request; their account stays. ${lastRoot}`,
  params: one,
  answers: { 204: null },
  precondition: true,
  fresh: true,
});

export const listRoles = route({
  method: 'GET',
  path: 'roles',
  privilege: privileges,
  tag,
  summary: 'The roles and what they allow',
  answers: { 200: Type.Object({ items: Type.Array(RoleWithPrivileges) }) },
});

export const readCaller = route({
  method: 'GET',
  path: 'caller',
  privilege: privileges,
  tag,
  summary: 'Who asks, and what they may do',
  answers: { 200: Myself },
});

export const administratorRoutes = [
  listAdministrators,
  findCandidates,
  readAdministrator,
  appointAdministrator,
  changeRoles,
  dismissAdministrator,
  listRoles,
  readCaller,
] as const;
