import { Type } from 'typebox';
import { Page, pageQuery } from '../../api/cursor.ts';
import { route } from '../../api/route.ts';
import { Moment, named } from '../../api/words.ts';
import { Author, Difference, previewed, SavedBy, SettingProblem, Settings } from '../settings-schemas.ts';

const configuration = { privilege: 'w_system', tag: 'Configuration' } as const;
const longestText = 256 * 1024;
// Each character written as `\u….` at the worst, and the rest.
const bodyLimit = 6 * longestText + 1024;

const FileRemark = named('FileRemark', Type.Object({ line: Type.Integer(), key: Type.String(), why: Type.String(), message: Type.String() }));

const ConfFile = named('ConfFile', Type.Object({
  path: Type.String(),
  prefix: Type.String(),
  warnings: Type.Array(Type.Object({ file: Type.String(), line: Type.Integer(), key: Type.String(), why: Type.String(), message: Type.String() })),
}));

const Comparison = named('SettingComparison', Type.Object({
  key: Type.String(),
  file: Type.Optional(Type.Unknown({ description: 'What is in force when the key is taken back; missing: no setting of this version.' })),
  written: Type.Boolean({ description: 'Whether blitz.conf says so, or it is the default.' }),
  saved: Type.Unknown(),
  by: SavedBy,
}));

const SettingsVersion = named('SettingsVersion', Type.Object({
  version: Type.Integer(),
  author: Author,
  at: Moment,
  address: Type.String(),
  browser: Type.String(),
  differences: Type.Array(Difference, { description: 'Against the version before.' }),
}));

const ConfImport = Type.Object(
  { text: Type.String({ description: `A blitz.conf, or a part of one: at most ${longestText} bytes.` }) },
  { additionalProperties: false },
);

const ConfPreview = named('ConfPreview', Type.Object({
  wrong: Type.Array(Type.Object({ line: Type.Integer(), key: Type.String(), expected: Type.String() }), { description: 'Why it can not be read.' }),
  unknown: Type.Array(FileRemark, { description: 'What has no effect here.' }),
  lines: Type.Record(Type.String(), Type.Integer(), { description: 'Where each key that would change stands.' }),
  ...previewed,
}));

const version = Type.Object({ version: Type.String({ pattern: '^\\d{1,9}$', description: '0: before anything was saved.' }) });

export const readConfFile = route({ ...configuration, method: 'GET', path: 'settings/file', summary: 'blitz.conf: where it stands, and what was odd in it', answers: { 200: ConfFile } });

export const compareSettings = route({
  ...configuration,
  method: 'GET',
  path: 'settings/differences',
  summary: 'What is saved over blitz.conf, and by whom',
  answers: { 200: Type.Object({ version: Type.Integer(), entries: Type.Array(Comparison), ignored: Type.Array(SettingProblem) }) },
});

export const browseVersions = route({
  ...configuration,
  method: 'GET',
  path: 'settings/versions',
  summary: 'Who saved what when, the newest first',
  query: Type.Object(pageQuery, { additionalProperties: false }),
  answers: { 200: Page(SettingsVersion) },
});

export const restoreVersion = route({
  ...configuration,
  method: 'POST',
  path: 'settings/versions/{version}/restore',
  summary: 'Saves what an older version said as a new one',
  params: version,
  precondition: true,
  answers: { 200: Settings },
});

export const previewVersion = route({
  ...configuration,
  method: 'GET',
  path: 'settings/versions/{version}/dry-run',
  summary: 'What going back to a version would do',
  params: version,
  answers: { 200: Type.Object(previewed) },
});

export const exportConf = route({
  ...configuration,
  method: 'GET',
  path: 'settings/export',
  summary: 'The settings in force as a blitz.conf',
  description: 'Without secrets, and without what is not known.',
  answers: { 200: null },
  streams: { contentTypes: ['text/plain'], summary: 'HOCON' },
});

export const previewConf = route({
  ...configuration, method: 'POST', path: 'settings/import/dry-run', summary: 'What importing a blitz.conf would do', body: ConfImport, bodyLimit, answers: { 200: ConfPreview },
});

export const importConf = route({
  ...configuration,
  method: 'POST',
  path: 'settings/import',
  summary: 'Saves what a blitz.conf says',
  body: ConfImport,
  bodyLimit,
  precondition: true,
  answers: { 200: Settings },
});

export const longestConf = longestText;
export const configurationRoutes = [
  readConfFile, compareSettings, browseVersions, previewVersion, restoreVersion, exportConf, previewConf, importConf,
] as const;
