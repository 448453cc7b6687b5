import { validateSync } from 'class-validator';
import type { Concern, ConcernClass, Place } from './concern.ts';
import { EnvironmentError } from './environment-error.ts';

type Concerns = Readonly<Record<string, ConcernClass>>;
type Typed<Class> = Class extends new () => Concern<infer Value> ? Readonly<Value> : never;
export type Environment<Asked extends Concerns> = { readonly [Name in keyof Asked]: Typed<Asked[Name]> };

export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads what a service needs to know about its deployment and answers frozen, typed objects, one per concern.
 *
 * @param variables usually those of the process (`deployment` passes them), in tests whatever is to be tried.
 * @throws EnvironmentError with all problems at once, never with a value.
 */
export function readEnvironment<Asked extends Concerns>(variables: Variables, asked: Asked, place: Place): Environment<Asked> {
  const filled = Object.entries(asked).map(([name, Class]) => [name, fill(new Class(), variables)] as const);
  const problems = new Set(filled.flatMap(([, concern]) => problemsOf(concern, variables)));
  if (problems.size > 0) throw new EnvironmentError([...problems].sort());
  const typed = filled.map(([name, concern]) => [name, Object.freeze(concern.typed(place))] as const);
  return Object.freeze(Object.fromEntries(typed)) as Environment<Asked>;
}

/** The only place of the product that reads the variables of the process. */
export function deployment<Asked extends Concerns>(asked: Asked, place: Place): Environment<Asked> {
  return readEnvironment(process.env, asked, place);
}

/** An empty variable is a missing one: that is what `VARIABLE=` in a file or a manifest means. */
function fill(concern: Concern<object>, variables: Variables): Concern<object> {
  const given = Object.keys(concern).filter((name) => isGiven(variables[name]));
  return Object.assign(concern, Object.fromEntries(given.map((name) => [name, variables[name]?.trim()])));
}

function problemsOf(concern: Concern<object>, variables: Variables): readonly string[] {
  return validateSync(concern, { forbidUnknownValues: false, validationError: { target: false, value: false } }).map(
    ({ property, constraints = {} }) => {
      const state = isGiven(variables[property]) ? 'is not what it should be' : 'is missing';
      return `${property} ${state}; expected ${Object.values(constraints).join('; ')}`;
    },
  );
}

function isGiven(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
