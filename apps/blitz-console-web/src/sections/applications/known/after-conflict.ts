import { problemOf } from '../../../client/problem.ts';

/** When somebody else was faster, reads what stands there now, so that the next try is about that. */
export async function afterConflict<Done>(deed: Promise<Done>, reload: () => Promise<unknown>): Promise<Done> {
  try {
    return await deed;
  } catch (thrown) {
    if (problemOf(thrown).status === 412) await reload();
    throw thrown;
  }
}
