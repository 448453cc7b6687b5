import { Controller, Inject } from '@nestjs/common';
import { ProcedureStore, RestoreProcedure } from '@blitz/procedures';
import type { Answer } from '../api/answer.ts';
import { Asked } from '../api/asked.ts';
import { limitOf, openCursor, sealCursor } from '../api/cursor.ts';
import { Serves } from '../api/serves.ts';
import { tagged } from '../api/tagged.ts';
import { describeVersion } from './describe-procedure.ts';
import { ProcedureReader } from './procedure-reader.ts';
import { listVersions, readVersion, restoreVersion } from './procedures.routes.ts';

/** What procedures were before. */
@Controller()
export class VersionsController {
  @Inject(ProcedureStore) private readonly store!: ProcedureStore;
  @Inject(ProcedureReader) private readonly reader!: ProcedureReader;
  @Inject(RestoreProcedure) private readonly restoring!: RestoreProcedure;

  @Serves(listVersions)
  async list(@Asked() { params, query }: Asked<typeof listVersions>): Promise<Answer<typeof listVersions>> {
    const [before] = openCursor(query.cursor, ['number']) ?? [];
    const limit = limitOf(query);
    const found = await this.store.history(params.key, limit + 1, before === undefined ? undefined : Number(before));
    if (found.length === 0 && before === undefined) throw this.reader.unknown();
    const versions = found.slice(0, limit);
    const named = await this.reader.names(versions);
    const last = versions.at(-1);
    return { items: versions.map((each) => describeVersion(each, named)), next: found.length > limit && last !== undefined ? sealCursor([last.version]) : null };
  }

  @Serves(readVersion)
  async read(@Asked() { params }: Asked<typeof readVersion>): Promise<Answer<typeof readVersion>> {
    return this.reader.version(params.key, Number(params.version));
  }

  @Serves(restoreVersion)
  async restore(@Asked() { params, ifMatch, actor }: Asked<typeof restoreVersion>): Promise<Answer<typeof restoreVersion>> {
    const { key, version: wanted } = params;
    const version = await this.restoring.execute({ key, version: Number(wanted), expectedVersion: ifMatch, actor }).catch(this.reader.whatStandsThere(key));
    return tagged(version, await this.reader.version(key, version));
  }
}
