import type { TSchema } from 'typebox';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Schemas that have a name stand in the document once; whoever uses them refers to them. */
export class SchemaShelf {
  readonly #named = new Map<string, Json>();

  put(schema: TSchema): Json {
    // Through JSON: what TypeBox keeps beside the schema is not for the document.
    return this.#placed(JSON.parse(JSON.stringify(schema)) as Json);
  }

  schemas(): Readonly<Record<string, Json>> {
    return Object.fromEntries([...this.#named].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  #placed(schema: Json): Json {
    if (Array.isArray(schema)) return (schema as readonly Json[]).map((each) => this.#placed(each));
    if (typeof schema !== 'object' || schema === null) return schema;
    const { $id: name, ...rest } = schema as { readonly [name: string]: Json };
    const inner = Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, this.#placed(each)]));
    if (typeof name !== 'string') return inner;
    const known = this.#named.get(name);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(inner)) throw new Error(`two schemas are named ${name}`);
    this.#named.set(name, inner);
    return { $ref: `#/components/schemas/${name}` };
  }
}
