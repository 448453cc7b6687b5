import { Type } from 'typebox';
import { route } from '../api/route.ts';
import { SettingDefinition, Settings, SettingsPreview } from './settings-schemas.ts';

const settings = { privilege: 'w_system', tag: 'Settings' } as const;
const mostKeys = 200;

export const Changes = Type.Record(Type.String({ maxLength: 200 }), Type.Unknown(), {
  maxProperties: mostKeys,
  description: 'Only what changes; `null` takes a key back to what blitz.conf says.',
});

export const readSettingsSchema = route({
  ...settings,
  method: 'GET',
  path: 'settings/schema',
  summary: 'Every setting: label, help, range, default',
  answers: { 200: Type.Object({ definitions: Type.Array(SettingDefinition) }) },
});

export const readSettings = route({ ...settings, method: 'GET', path: 'settings', summary: 'The settings in force, and where each comes from', answers: { 200: Settings } });

export const saveSettings = route({
  ...settings,
  method: 'PUT',
  path: 'settings',
  summary: 'Saves some settings',
  description: 'In force in every running service within a second.',
  body: Changes,
  precondition: true,
  answers: { 200: Settings },
});

export const previewSettings = route({
  ...settings,
  method: 'POST',
  path: 'settings/dry-run',
  summary: 'What saving these settings would do',
  body: Changes,
  answers: { 200: SettingsPreview },
});

export const settingsRoutes = [readSettingsSchema, readSettings, saveSettings, previewSettings] as const;
