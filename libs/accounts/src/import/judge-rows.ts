import { accountKeys } from '../account/account-keys.ts';
import type { Account, Attributes } from '../account/account.ts';
import { readNewAccount } from '../account/read-account.ts';
import type { Rules } from '../attribute/attribute-rule.ts';
import { readAttributesByRules } from '../attribute/read-attributes-by-rules.ts';
import type { ImportOptions, ImportRemark } from './account-import.ts';
import type { ExistingAccount, FileKey, ImportBatch } from './import-batches.ts';
import type { ImportRow } from './import-row.ts';
import type { JudgedCreation, JudgedRows } from './judged-rows.ts';

export interface Judging {
  readonly options: ImportOptions;
  readonly rules: Rules;
  /** Whether the importer may change accounts of administrators. */
  readonly mayChangeAdministrators: boolean;
}

interface Candidate {
  readonly row: ImportRow;
  readonly before?: Account;
  readonly account: Account;
}

/** People log in with them, whether or not the directory calls them unique. */
const keys = ['email', 'phone_number'];

/** Judges rows that can be read: against the rules, the directory, and the lines before them. */
export async function judgeRows(batch: ImportBatch, rows: readonly ImportRow[], judging: Judging): Promise<JudgedRows> {
  const remarks: ImportRemark[] = [];
  const existing = await batch.existing(rows.map(({ login }) => login));
  const candidates = rows.flatMap((row) => judgeAlone(row, existing.get(row.login), judging, remarks) ?? []);
  const unrepeated = await withoutRepeated(batch, candidates, judging.rules, remarks);
  const fine = await withoutTaken(batch, unrepeated, judging.rules, remarks);
  const create: JudgedCreation[] = [];
  for (const { row, before, account } of fine) {
    if (before === undefined) create.push({ row, account, ...(row.passwordHash === undefined ? {} : { passwordHash: row.passwordHash }) });
  }
  const update = fine.flatMap(({ before, account }) => (before === undefined ? [] : [{ before, account }]));
  return { create, update, remarks };
}

function judgeAlone(row: ImportRow, existing: ExistingAccount | undefined, { options, rules, mayChangeAdministrators }: Judging, remarks: ImportRemark[]): Candidate | undefined {
  const { line, login, requiredFactor } = row;
  const remark = (kind: ImportRemark['kind'], field: string, rule: string, expected: string): void => void remarks.push({ line, field, kind, rule, expected });
  if (existing !== undefined) {
    if (options.existing === 'skip') {
      remark('skipped', 'login', 'exists', 'there is an account with this login already');
      return undefined;
    }
    if (existing.administrator && !mayChangeAdministrators) {
      remark('fault', 'login', 'administrator_protected', 'is an administrator’s: only those who appoint administrators may change it');
      return undefined;
    }
    if ((row.password ?? row.passwordHash) !== undefined) remark('warning', 'password', 'password_kept', 'stays as it was: passwords are set for new accounts only');
  }
  const before = existing?.account;
  const { attributes, faults } = readAttributesByRules({ ...before?.attributes, ...row.attributes }, rules, before?.attributes);
  for (const { field, rule, expected } of faults) remark('fault', field.replace('attributes/', ''), rule, expected);
  if (faults.length > 0) return undefined;
  if (before !== undefined) return { row, before, account: { ...before, attributes, requiredFactor: requiredFactor ?? before.requiredFactor } };
  return { row, account: readNewAccount({ login, attributes, requiredFactor: requiredFactor ?? null }) };
}

/** Of rows that want the same login or value the first one gets it. */
async function withoutRepeated(batch: ImportBatch, candidates: readonly Candidate[], rules: Rules, remarks: ImportRemark[]): Promise<readonly Candidate[]> {
  const wanted = candidates.map((candidate) => ({ candidate, keys: fileKeys(candidate, rules) }));
  const first = await batch.firstLines(wanted.flatMap(({ keys: each }) => each.map(({ key }) => ({ key, line: each[0]?.line ?? 0 }))));
  return wanted.flatMap(({ candidate, keys: each }) => {
    const { line } = candidate.row;
    const repeated = each.filter(({ key }) => first.get(key) !== line);
    for (const { key, field, forbidden } of repeated) {
      remarks.push({ line, field, kind: forbidden ? 'fault' : 'warning', rule: forbidden ? 'repeated' : 'shared', expected: `is in line ${first.get(key) ?? 0} already` });
    }
    return repeated.some(({ forbidden }) => forbidden) ? [] : [candidate];
  });
}

async function withoutTaken(batch: ImportBatch, candidates: readonly Candidate[], rules: Rules, remarks: ImportRemark[]): Promise<readonly Candidate[]> {
  const refused = new Set<Candidate>();
  for (const { name, unique } of compared(rules)) {
    const asked = candidates.flatMap((candidate) => {
      const value = comparedValue(name, candidate.account.attributes);
      // What stays as it was is not asked for again.
      return value === undefined || candidate.before?.attributes[name] === candidate.account.attributes[name] ? [] : [{ candidate, value }];
    });
    const holders = asked.length === 0 ? new Map<string, string>() : await batch.holders(name, asked.map(({ value }) => value));
    for (const { candidate, value } of asked) {
      const holder = holders.get(value);
      if (holder === undefined || holder === candidate.account.sub) continue;
      remarks.push({ line: candidate.row.line, field: name, kind: unique ? 'fault' : 'warning', rule: unique ? 'taken' : 'shared', expected: unique ? 'must be what no other account has' : 'is another account’s too: nobody can log in with it' });
      if (unique) refused.add(candidate);
    }
  }
  return candidates.filter((candidate) => !refused.has(candidate));
}

function fileKeys({ row: { line, login }, account: { attributes } }: Candidate, rules: Rules): (FileKey & { readonly field: string; readonly forbidden: boolean })[] {
  const values = compared(rules).flatMap(({ name, unique }) => {
    const value = comparedValue(name, attributes);
    return value === undefined ? [] : [{ key: `${name}\n${value}`, line, field: name, forbidden: unique }];
  });
  return [{ key: `\n${login}`, line, field: 'login', forbidden: true }, ...values];
}

/** The attributes in which two accounts should not be the same, and whether they must not. */
function compared({ attributes }: Rules): readonly { readonly name: string; readonly unique: boolean }[] {
  return attributes.filter(({ name, unique }) => unique || keys.includes(name));
}

/** Addresses and numbers as people log in with them, other values as they are. */
export function comparedValue(name: string, attributes: Attributes): string | undefined {
  const { email, phone } = accountKeys({ attributes });
  if (name === 'email') return email ?? attributes[name];
  return name === 'phone_number' ? (phone ?? attributes[name]) : attributes[name];
}
