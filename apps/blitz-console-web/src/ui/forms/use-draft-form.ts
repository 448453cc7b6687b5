import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { problemOf, type FieldProblem, type Problem } from '../../client/problem.ts';
import { useSession } from '../../session/session-context.ts';
import { fieldWords } from '../../words/problem-words.ts';
import { useWords } from '../../words/use-words.ts';
import { draftKey, forgetDraft, keepDraft, readDraft } from './draft-store.ts';
import { problemAt, withoutField } from './field-pointers.ts';
import { bindFields, type BoundFields } from './bind-fields.ts';
import { newKey } from './new-key.ts';
import { closeDraft, openDraft } from './open-drafts.ts';
import { sameValue } from './same-value.ts';

export interface Saving {
  /** For `If-Match`: of what the person looked at. */
  readonly etag: string;
  /** For `Idempotency-Key`: the same for every try to save the same values. */
  readonly idempotencyKey: string;
}

export interface DraftFormOptions<Values extends object> {
  /** Tells the forms of one address apart. */
  readonly name: string;
  /** What stands there now. While nothing was typed the form follows it. */
  readonly saved: Values;
  readonly etag?: string;
  /** How each field is called on the page: in the list of errors, and where two versions are compared. */
  readonly labels: Readonly<Record<keyof Values & string, string>>;
  /** Saves, and leaves the query with the new values before it resolves; throws the Problem. */
  readonly save: (values: Values, saving: Saving) => Promise<unknown>;
  /** Never kept in the browser. */
  readonly secrets?: readonly (keyof Values & string)[];
  /** How what stands there now (`current` of a 412) is put into the fields. */
  readonly read?: (current: unknown) => Values;
  /** How a value is shown where two versions are compared. */
  readonly show?: (name: keyof Values & string, value: unknown) => string;
  /** Reads again what stands there. */
  readonly reload?: () => Promise<unknown>;
  /** Words for rules that only this section knows. */
  readonly rules?: Readonly<Record<string, (limit: number) => string>>;
  /** Words for codes that only this section knows. */
  readonly problems?: Readonly<Record<string, string>>;
}

export interface DraftForm<Values extends object> extends BoundFields<Values> {
  readonly id: string;
  readonly options: DraftFormOptions<Values>;
  readonly values: Values;
  readonly changed: boolean;
  readonly saving: boolean;
  /** What was typed before a login in between, or a reload, is here again. */
  readonly restored: boolean;
  readonly problem: Problem | undefined;
  readonly fields: readonly FieldProblem[];
  readonly set: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => void;
  readonly change: (some: Partial<Values>) => void;
  /** What is wrong with a field: `name`, or inside of one: `addresses/2`. */
  readonly errorOf: (name: string) => string | undefined;
  /** @returns whether it was saved. @param etag another than that of what was looked at: saves over what came meanwhile */
  readonly submit: (etag?: string) => Promise<boolean>;
  readonly discard: () => void;
  readonly dismissProblem: () => void;
}

interface Draft<Values> {
  readonly values: Values;
  readonly etag?: string;
  readonly restored: boolean;
}

/** A form over something that is saved: see README.md, "Forms". */
export function useDraftForm<Values extends object>(options: DraftFormOptions<Values>): DraftForm<Values> {
  const words = useWords();
  const key = useKey(options.name);
  const { draft, type, discard } = useKeptDraft(key, options);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [fields, setFields] = useState<readonly FieldProblem[]>([]);
  const lastKey = useRef<{ values: object; key: string }>(undefined);
  const values = draft?.values ?? options.saved;

  const change = (some: Partial<Values>): void => {
    type(some);
    setFields((before) => Object.keys(some).reduce(withoutField, before));
  };
  const forget = (): void => {
    discard();
    setProblem(undefined);
    setFields([]);
  };
  const submit = async (etag = draft?.etag ?? options.etag ?? ''): Promise<boolean> => {
    if (saving) return false;
    if (lastKey.current?.values !== values) lastKey.current = { values, key: newKey() };
    setSaving(true);
    setProblem(undefined);
    setFields([]);
    try {
      await options.save(values, { etag, idempotencyKey: lastKey.current.key });
      discard();
      return true;
    } catch (thrown) {
      const found = problemOf(thrown);
      setProblem(found);
      setFields(found.body.fields ?? []);
      return false;
    } finally {
      setSaving(false);
    }
  };
  const errorOf = (name: string): string | undefined => {
    const wrong = problemAt(fields, name);
    return wrong === undefined ? undefined : fieldWords(words, wrong, options.rules);
  };
  // A computed name is a plain text to the compiler; the signature has checked that it fits its value.
  const set = <Name extends keyof Values & string>(name: Name, value: Values[Name]): void => change({ [name]: value } as unknown as Partial<Values>);
  return {
    id: key.replaceAll(/\W+/g, '-'), options, values, changed: draft !== undefined, saving, restored: draft?.restored === true, problem, fields,
    set, change, errorOf, submit, discard: forget, dismissProblem: () => setProblem(undefined),
    ...bindFields(key.replaceAll(/\W+/g, '-'), values, set, errorOf),
  };
}

function useKey(name: string): string {
  const { person } = useSession();
  const { pathname } = useLocation();
  // The address that the form was opened at: it does not become another's while the page changes.
  const [key] = useState(() => draftKey(person.sub, pathname, name));
  return key;
}

/** What differs from what stands there, kept in the tab with every key that is typed. */
function useKeptDraft<Values extends object>(key: string, { saved, etag, secrets = [] }: DraftFormOptions<Values>) {
  const [draft, setDraft] = useState<Draft<Values> | undefined>(() => {
    const kept = readDraft(sessionStorage, key);
    if (kept === undefined) return undefined;
    const values = { ...saved, ...kept.values } as Values;
    return sameValue(values, saved) ? undefined : { values, restored: true, ...(kept.etag === undefined ? {} : { etag: kept.etag }) };
  });
  const latest = useRef(draft);
  const put = (next: Draft<Values> | undefined): void => {
    latest.current = next;
    setDraft(next);
    if (next === undefined) {
      forgetDraft(sessionStorage, key);
      closeDraft(key);
    } else {
      keepDraft(sessionStorage, key, { values: next.values as Readonly<Record<string, unknown>>, ...(next.etag === undefined ? {} : { etag: next.etag }) }, secrets);
      openDraft(key, () => put(undefined));
    }
  };
  useEffect(() => {
    if (latest.current !== undefined) openDraft(key, () => forgetDraft(sessionStorage, key));
    return () => closeDraft(key);
  }, [key]);
  const type = (some: Partial<Values>): void => {
    const before = latest.current;
    const values = { ...(before?.values ?? saved), ...some };
    const base = before === undefined ? etag : before.etag;
    if (sameValue(values, saved) && base === etag) put(undefined);
    else put({ values, restored: false, ...(base === undefined ? {} : { etag: base }) });
  };
  return { draft, type, discard: () => put(undefined) };
}
