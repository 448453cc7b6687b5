export type { EmbeddedServer, EmbeddedServerOptions } from './embedded/embedded-server.ts';
export { startPostgres } from './embedded/start-postgres.ts';
export { startRedis, type EmbeddedRedisOptions } from './embedded/start-redis.ts';
export { startSharedStores, type SharedStores } from './embedded/shared-stores.ts';
export { freshDatabase, templateDatabase, type FreshDatabase } from './embedded/fresh-database.ts';
export { freshRedis, type FreshRedis } from './embedded/fresh-redis.ts';
