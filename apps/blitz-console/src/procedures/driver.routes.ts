import { Type } from 'typebox';
import { route } from '../api/route.ts';
import { Plan, PlanEntries, Secret, SecretName, SecretText, Template, TemplateSummary } from './procedure-schemas.ts';

const basic = { privilege: 'w_system', tag: 'Procedures' } as const;
const closed = { additionalProperties: false } as const;
const ofSecret = Type.Object({ name: SecretName }, closed);

export const readPlan = route({ ...basic, method: 'GET', path: 'plan', summary: 'Who is asked to make calls, whereto, in which order', answers: { 200: Plan } });

export const savePlan = route({ ...basic, method: 'PUT', path: 'plan', summary: 'Says who is asked to make calls', body: PlanEntries, precondition: true, answers: { 200: Plan } });

export const listSecrets = route({
  ...basic,
  method: 'GET',
  path: 'secrets',
  summary: 'The secrets of procedures, without their values',
  answers: { 200: Type.Object({ items: Type.Array(Secret) }) },
});

export const saveSecret = route({
  ...basic,
  method: 'PUT',
  path: 'secrets/{name}',
  summary: 'Gives a secret its value, and says where it may go',
  description: 'Other hosts need the value again: who does not know it can’t send it elsewhere.',
  params: ofSecret,
  body: SecretText,
  fresh: true,
  answers: { 200: Secret },
});

export const deleteSecret = route({ ...basic, method: 'DELETE', path: 'secrets/{name}', summary: 'Deletes a secret that no procedure names', params: ofSecret, fresh: true, answers: { 204: null } });

export const listTemplates = route({
  ...basic,
  method: 'GET',
  path: 'templates',
  summary: 'Ready procedures, one for each provider',
  answers: { 200: Type.Object({ items: Type.Array(TemplateSummary) }) },
});

export const readTemplate = route({
  ...basic,
  method: 'GET',
  path: 'templates/{id}',
  summary: 'A template with its source',
  params: Type.Object({ id: Type.String({ maxLength: 100 }) }, closed),
  answers: { 200: Template },
});

export const readLanguage = route({
  ...basic,
  method: 'GET',
  path: 'language',
  summary: 'The types of the language, for an editor',
  answers: { 200: Type.Object({ declarations: Type.String({ description: 'procedure.d.ts' }) }) },
});

export const driverRoutes = [readPlan, savePlan, listSecrets, saveSecret, deleteSecret, listTemplates, readTemplate, readLanguage] as const;
