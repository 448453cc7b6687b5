import type { FactoryProvider, InjectionToken } from '@nestjs/common';

/** A class, abstract or not, by which Nest finds what stands for it. */
export type Token<Instance> = abstract new (...dependencies: never[]) => Instance;
type Tokens<Instances extends readonly unknown[]> = { readonly [Index in keyof Instances]: Token<Instances[Index]> };
type Constructor<Dependencies extends unknown[], Instance> = new (...dependencies: Dependencies) => Instance;

/**
 * Tells Nest how a class is made, in one visible place, without decorators in the class: the tokens stand in the order of
 * the constructor's parameters, and the compiler checks that they do.
 *
 *     providers: [assemble(AskForCall, Challenges, Budgets, CallQueue, FlashCallSettings, Clock)]
 */
export function assemble<Instance extends object, Dependencies extends unknown[]>(
  type: Constructor<Dependencies, Instance>,
  ...tokens: Tokens<NoInfer<Dependencies>>
): FactoryProvider<Instance> {
  return provider<Instance, Dependencies>(type, type, tokens);
}

/** As `assemble`, for an adapter that stands for a port: `adapt(Challenges, RedisChallenges, Redis, Keys)`. */
export function adapt<Port extends object, Dependencies extends unknown[]>(
  port: Token<Port>,
  adapter: Constructor<Dependencies, Port>,
  ...tokens: Tokens<NoInfer<Dependencies>>
): FactoryProvider<Port> {
  return provider(port as InjectionToken<Port>, adapter, tokens);
}

/** Nest doesn't know the types of what it injects; the two doors above have checked them. */
function provider<Instance, Dependencies extends unknown[]>(
  provide: InjectionToken<Instance>,
  type: Constructor<Dependencies, Instance>,
  tokens: readonly unknown[],
): FactoryProvider<Instance> {
  const make = (...dependencies: unknown[]): Instance => new type(...(dependencies as Dependencies));
  return { provide, useFactory: make, inject: tokens as InjectionToken[] };
}
