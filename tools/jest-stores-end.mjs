/** jest's globalTeardown: stops what jest-stores.mjs started. If jest is killed before, the servers end by themselves. */
export default async function stopStores() {
  await globalThis.blitzStores?.stop();
}
