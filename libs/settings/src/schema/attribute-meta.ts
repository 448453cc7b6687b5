/** One attribute of an account, as `id-attrs.attrsMeta[]` declares it. */
export interface AttributeMeta {
  readonly name: string;
  readonly format: string;
  readonly required: boolean;
  readonly searchable: boolean;
  readonly unique: boolean;
  /** Normalises what comes from the directory: `value.replace(regexp, subs)`, groups as `$1`. */
  readonly transformer?: { readonly regexp: string; readonly subs: string };
}

/** What the attribute holds when the directory says `value`. */
export function transformAttribute(meta: AttributeMeta, value: string): string {
  return meta.transformer === undefined ? value : value.replace(new RegExp(meta.transformer.regexp), meta.transformer.subs);
}
