import { Type } from 'typebox';
import { Page, pageQuery } from '../api/cursor.ts';
import { route } from '../api/route.ts';
import { Examined, Key, Procedure, ProcedureSummary, ProcedureText, ProcedureVersion, sourceBodyLimit, VersionInPath } from './procedure-schemas.ts';

const basic = { privilege: 'w_system', tag: 'Procedures' } as const;
const closed = { additionalProperties: false } as const;
const params = Type.Object({ key: Key }, closed);
const ofVersion = Type.Object({ key: Key, version: VersionInPath }, closed);

export const listProcedures = route({
  ...basic,
  method: 'GET',
  path: 'procedures',
  summary: 'The procedures that there are',
  description: 'None is ever deleted, for calls are ended by what began them: one that is in no plan, or switched off there, is asked for nothing.',
  answers: { 200: Type.Object({ items: Type.Array(ProcedureSummary) }) },
});

export const readProcedure = route({ ...basic, method: 'GET', path: 'procedures/{key}', summary: 'A procedure with its source', params, answers: { 200: Procedure } });

export const saveProcedure = route({
  ...basic,
  method: 'PUT',
  path: 'procedures/{key}',
  summary: 'Saves a procedure as its next version',
  description: 'Calls are made by it within a second, if the plan names it. What is wrong with it is told as `procedure_invalid` with `problems`: line, column, message.',
  params,
  body: ProcedureText,
  precondition: true,
  bodyLimit: sourceBodyLimit,
  answers: { 200: Procedure },
});

export const examineDraft = route({
  ...basic,
  method: 'POST',
  path: 'procedures/examine',
  summary: 'What is wrong with a draft',
  description: 'What a save would say. Nothing is saved, called or sent, and no secret is known to it. Six hundred times in ten minutes.',
  body: Type.Object({ key: Type.Optional(Type.String({ maxLength: 100 })), ...ProcedureText.properties }, closed),
  bodyLimit: sourceBodyLimit,
  answers: { 200: Examined },
});

export const listVersions = route({
  ...basic,
  method: 'GET',
  path: 'procedures/{key}/versions',
  summary: 'The versions of a procedure, the newest first',
  params,
  query: Type.Object(pageQuery, closed),
  answers: { 200: Page(ProcedureVersion) },
});

export const readVersion = route({ ...basic, method: 'GET', path: 'procedures/{key}/versions/{version}', summary: 'A version with its source', params: ofVersion, answers: { 200: Procedure } });

export const restoreVersion = route({
  ...basic,
  method: 'POST',
  path: 'procedures/{key}/versions/{version}/restore',
  summary: 'Brings a version back, as a new one',
  description: 'It is looked at as whatever is saved: a secret that it names may be gone.',
  params: ofVersion,
  precondition: true,
  answers: { 200: Procedure },
});

export const procedureRoutes = [listProcedures, readProcedure, saveProcedure, examineDraft, listVersions, readVersion, restoreVersion] as const;
