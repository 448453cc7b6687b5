import { callGuardsContract } from '../contracts/index.ts';
import { FakeCallGuards } from '../fakes/index.ts';

callGuardsContract('FakeCallGuards', () => {
  const guards = new FakeCallGuards();
  return {
    guards,
    placed: (prefixTag, at) => {
      guards.history(prefixTag).placed.push(at);
    },
    completed: (prefixTag, placedAt) => {
      guards.history(prefixTag).completed.push(placedAt);
    },
  };
});
