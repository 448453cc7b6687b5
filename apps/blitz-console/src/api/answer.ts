import type { AnswerOf, Route } from './route.ts';
import type { Tagged } from './tagged.ts';

/** What the handler of a route gives back: the body as it is described, with its version where it has one. */
export type Answer<R extends Route> = AnswerOf<R> | Tagged<AnswerOf<R>>;
