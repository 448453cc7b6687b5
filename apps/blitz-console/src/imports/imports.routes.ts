import { importFailures } from '@blitz/accounts';
import { Type } from 'typebox';
import { route } from '../api/route.ts';
import { Moment, named, orNull } from '../api/words.ts';

const tag = 'Users';
const mebibyte = 1024 * 1024;
export const largestFile = 256 * mebibyte;
const Count = Type.Integer({ minimum: 0 });
const ofImport = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }) });

export const AccountImport = named(
  'AccountImport',
  Type.Object({
    id: Type.String(),
    mode: Type.Enum(['good_rows', 'all_or_nothing']),
    existing: Type.Enum(['skip', 'update']),
    dry_run: Type.Boolean(),
    state: Type.Enum(['running', 'done', 'refused', 'failed', 'broken_off'], { description: '`refused`: all or nothing, and some rows can’t be kept. `broken_off`: the service stopped; send the file again with `existing=skip`.' }),
    phase: Type.Enum(['receiving', 'checking', 'writing']),
    because: orNull(Type.Enum([...importFailures])),
    actor: Type.String({ description: 'Whose import it is.' }),
    bytes: Count,
    bytes_read: Count,
    line: Type.Integer({ minimum: 0, description: 'The last line that was looked at.' }),
    read: Type.Integer({ minimum: 0, description: 'Rows below the first line.' }),
    created: Type.Integer({ minimum: 0, description: 'In a dry run: that would be.' }),
    updated: Count,
    skipped: Count,
    faulty: Count,
    warnings: Count,
    remarks_left_out: Type.Integer({ minimum: 0, description: 'So many more than the report holds.' }),
    started_at: Moment,
    ended_at: orNull(Moment),
  }),
);

export const beginImport = route({
  method: 'POST',
  path: 'users/imports',
  privilege: 'w_user',
  tag,
  summary: 'Imports accounts from CSV',
  description: [
    'The first line names the columns: `login`, and of `required_factor` (1, 2 or empty), `password` or `password_hash` (argon2id, as PHC) and the attributes of the directory what there is.',
    'Separated by commas, semicolons or tabs, in UTF-8. Empty cells say nothing. Passwords are set for new accounts only.',
    `At most ${String(largestFile / mebibyte)} MiB, one import at a time. Answers when the file is here; the work goes on.`,
  ].join(' '),
  query: Type.Object(
    { mode: Type.Optional(Type.Enum(['good_rows', 'all_or_nothing'])), existing: Type.Optional(Type.Enum(['skip', 'update'])), dry_run: Type.Optional(Type.Boolean()) },
    { additionalProperties: false },
  ),
  consumes: { contentTypes: ['text/csv'], summary: 'The accounts' },
  bodyLimit: largestFile,
  answers: { 202: AccountImport },
});

export const listImports = route({
  method: 'GET',
  path: 'users/imports',
  privilege: 'w_user',
  tag,
  summary: 'The last imports',
  description: 'The newest first, at most 20; they are kept for 30 days.',
  answers: { 200: Type.Object({ items: Type.Array(AccountImport) }) },
});

export const readImport = route({
  method: 'GET',
  path: 'users/imports/{id}',
  privilege: 'w_user',
  tag,
  summary: 'How an import stands',
  params: ofImport,
  answers: { 200: AccountImport },
});

export const readReport = route({
  method: 'GET',
  path: 'users/imports/{id}/report',
  privilege: 'w_user',
  tag,
  summary: 'What is to be said of its lines',
  description: 'Line, column, kind, rule and what was expected there; never a value.',
  params: ofImport,
  answers: { 200: null },
  streams: { contentTypes: ['text/csv'], summary: 'A row for each remark' },
});

export const importsRoutes = [beginImport, listImports, readImport, readReport] as const;
