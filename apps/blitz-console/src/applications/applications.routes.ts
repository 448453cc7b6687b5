import { Type } from 'typebox';
import { Page, pageQuery } from '../api/cursor.ts';
import { route } from '../api/route.ts';
import { Application, ApplicationChange, ApplicationWithSecret, ClientId, NewApplication } from './application-schemas.ts';

const tag = 'Applications';
const one = Type.Object({ client_id: ClientId });

export const listApplications = route({
  method: 'GET',
  path: 'applications',
  privilege: 'w_app',
  tag,
  summary: 'The applications that people log in to, and the programs that work with this API',
  query: Type.Object({ ...pageQuery, search: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'Part of the id or the name.' })) }, { additionalProperties: false }),
  answers: { 200: Page(Application) },
});

export const createApplication = route({
  method: 'POST',
  path: 'applications',
  privilege: 'w_app',
  tag,
  summary: 'Makes an application known',
  description: 'Its secret is in the answer, this once. A `machine` also takes `w_admin`, and each of the privileges that it is given.',
  body: NewApplication,
  answers: { 201: ApplicationWithSecret },
  idempotent: true,
});

export const readApplication = route({
  method: 'GET',
  path: 'applications/{client_id}',
  privilege: 'w_app',
  tag,
  summary: 'One application',
  params: one,
  answers: { 200: Application },
});

export const changeApplication = route({
  method: 'PUT',
  path: 'applications/{client_id}',
  privilege: 'w_app',
  tag,
  summary: 'Replaces what is known of an application',
  description: 'In force within a second. Its id, kind and secret stay.',
  params: one,
  body: ApplicationChange,
  answers: { 200: Application },
  precondition: true,
});

export const deleteApplication = route({
  method: 'DELETE',
  path: 'applications/{client_id}',
  privilege: 'w_app',
  tag,
  summary: 'Forgets an application',
  description: 'Within a second nobody logs in to it any more, and its tokens are good for nothing; those of a `machine` end by themselves within five minutes.',
  params: one,
  answers: { 204: null },
  precondition: true,
  fresh: true,
});

export const rotateSecret = route({
  method: 'POST',
  path: 'applications/{client_id}/secret',
  privilege: 'w_app',
  tag,
  summary: 'Gives an application another secret',
  description: 'The secret of before is refused within a second. The new one is in the answer, this once.',
  params: one,
  answers: { 200: ApplicationWithSecret },
  precondition: true,
  fresh: true,
});

export const applicationsRoutes = [listApplications, createApplication, readApplication, changeApplication, deleteApplication, rotateSecret] as const;
