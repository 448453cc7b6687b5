import type { DataSource, EntityManager } from 'typeorm';

/** The database, or a transaction on it. */
export type Asker = Pick<DataSource | EntityManager, 'query'>;

/** What a SELECT, or an INSERT with RETURNING, answers. */
export async function rows<Row>(asker: Asker, statement: string, parameters: unknown[]): Promise<Row[]> {
  return asker.query<Row[]>(statement, parameters);
}

/** How many rows an UPDATE or DELETE changed. */
export async function changed(asker: Asker, statement: string, parameters: unknown[]): Promise<number> {
  const [, count] = await asker.query<[unknown[], number]>(statement, parameters);
  return count;
}
