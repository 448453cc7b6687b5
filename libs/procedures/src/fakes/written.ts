import type { Procedure } from '../store/procedure.ts';

/** A procedure as an administrator left it, compiled. */
export const written = (key: string, source = 'export default class {}'): Omit<Procedure, 'version'> => ({
  key,
  name: `Procedure ${key}`,
  source,
  hosts: ['api.example.org', 'pbx.example.org:8089'],
  javascript: source,
  entryPoints: ['run'],
  secrets: ['token'],
});
