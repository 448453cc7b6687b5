import { longestKey, procedureKey, secretName } from '@blitz/procedures';
import { Type } from 'typebox';
import { Moment, named, orNull } from '../api/words.ts';
import { Author } from '../settings/settings-schemas.ts';

const closed = { additionalProperties: false } as const;
const mostSourceCharacters = 64 * 1024;

/** 64 KiB of source, each character written as `\u….` at the worst, and the rest. */
export const sourceBodyLimit = 400 * 1024;

export const Key = Type.String({ maxLength: longestKey, pattern: procedureKey.source, description: 'Lower-case words with - between them, with three digits at most.', examples: ['my-provider'] });
export const SecretName = Type.String({ pattern: secretName.source, description: 'As `secrets.get` has it.', examples: ['token'] });
const Host = Type.String({ minLength: 1, maxLength: 300, description: 'A host name, with a port when it is not the scheme’s own.', examples: ['pbx.example.org:8089'] });
const Hosts = Type.Array(Host, { maxItems: 20 });
const Version = Type.Integer({ minimum: 1 });

/** As it stands in the address. */
export const VersionInPath = Type.String({ pattern: '^[1-9][0-9]{0,8}$' });

export const ProcedureText = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100 }),
  source: Type.String({ maxLength: mostSourceCharacters, description: 'TypeScript, see `GET language`.' }),
  hosts: Hosts,
}, closed);

const summary = {
  key: Key,
  name: Type.String(),
  version: Version,
  hosts: Type.Array(Type.String()),
  secrets: Type.Array(Type.String(), { description: 'The names that the source asks for.' }),
  entry_points: Type.Array(Type.String(), { description: 'What it can do: `run`, `check`, `status`, `hangUp`.' }),
};
export const ProcedureSummary = named('ProcedureSummary', Type.Object({ ...summary, rests_until: orNull(Moment), unfit: orNull(Type.String({ description: 'Why it can’t be asked for a call, in a sentence.' })) }));

const stamp = { author: Author, at: Moment };
export const Procedure = named('Procedure', Type.Object({ ...summary, source: Type.String(), ...stamp }));
export const ProcedureVersion = named('ProcedureVersion', Type.Object({ version: Version, name: Type.String(), hosts: Type.Array(Type.String()), ...stamp }));

export const Examined = named('Examined', Type.Object({
  problems: Type.Array(Type.Object({ line: Type.Integer(), column: Type.Integer(), message: Type.String() })),
  entry_points: Type.Array(Type.String()),
}));

const Destination = Type.String({ pattern: '^(?:[A-Z]{2}|\\+[1-9][0-9]{0,10})$', description: 'A country (`RU`), or how numbers begin (`+7900`).' });
const PlanEntry = Type.Object({
  procedure: Key,
  destinations: Type.Array(Destination, { maxItems: 300, description: 'None: every number.' }),
  enabled: Type.Boolean(),
}, closed);
export const PlanEntries = Type.Object({ entries: Type.Array(PlanEntry, { maxItems: 50, description: 'In the order in which they are asked.' }) }, closed);
export const Plan = named('Plan', Type.Object({ version: Type.Integer({ description: '0 before the first was saved.' }), entries: Type.Array(PlanEntry) }));

export const SecretText = Type.Object({
  value: Type.String({ minLength: 1, maxLength: 4_096, description: 'Never answered by anything.' }),
  hosts: Type.Array(Host, { minItems: 1, maxItems: 20, description: 'Where it may go.' }),
}, closed);
export const Secret = named('ProcedureSecret', Type.Object({
  name: SecretName,
  hosts: Type.Array(Type.String()),
  used_by: Type.Array(Type.String(), { description: 'Procedures that name it.' }),
  refused_to: Type.Array(Type.String(), { description: 'Those of them that are asked for no call: they reach hosts that the secret is not kept for.' }),
  ...stamp,
}));

const template = {
  id: Type.String(),
  name: Type.String(),
  hosts: Type.Array(Type.String()),
  secrets: Type.Array(Type.Object({ name: Type.String(), help: Type.String() })),
  settings: Type.Array(Type.String(), { description: 'Constants at the top of the source to look at.' }),
  destinations: Type.Array(Type.String()),
  code_length: Type.Object({ from: Type.Integer(), to: Type.Integer() }),
};
export const TemplateSummary = named('ProcedureTemplateSummary', Type.Object(template));
export const Template = named('ProcedureTemplate', Type.Object({ ...template, source: Type.String() }));
