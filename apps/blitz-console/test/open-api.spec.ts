import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allRoutes } from '../src/api/sections.ts';
import { Town } from './support/town.ts';

interface Operation {
  readonly operationId: string;
  readonly responses: Record<string, unknown>;
  readonly security: readonly unknown[];
}

interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, unknown> };
}

describe('the document of the admin API', () => {
  let town: Town;
  let document: Document;
  beforeAll(async () => {
    town = await Town.open();
    const answer = await fetch(`${town.url}/blitz/admin/api/v1/openapi.json`);
    expect(answer.status).toBe(200);
    document = (await answer.json()) as Document;
  });
  afterAll(() => town.close());

  it('is OpenAPI 3.1 and holds every route, each with a name of its own, a success and who may use it', () => {
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations).toHaveLength(allRoutes.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(allRoutes.length);
    for (const { responses, security } of operations) {
      expect(Object.keys(responses)).toEqual([expect.stringMatching(/^20[0-9]$/), 'default']);
      expect(security.length).toBeGreaterThan(1);
    }
  });

  it('refers to nothing that is not in it', () => {
    const said = JSON.stringify(document);
    const wanted = [...said.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(wanted.length).toBeGreaterThan(0);
    for (const name of wanted) expect(Object.keys(document.components.schemas)).toContain(name);
  });
});
