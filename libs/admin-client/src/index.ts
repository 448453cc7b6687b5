export { createAdminClient, type AdminClient, type AdminClientOptions } from './admin-client.ts';
export type { components, paths } from './api.d.ts';
