import { DomainError } from '@blitz/kernel';
import type { ProcedureErrorCode, ProcedureStore } from '@blitz/procedures';
import { ChangedMeanwhile } from '../api/changed-meanwhile.ts';
import { describeProcedure, type Named } from './describe-procedure.ts';
import type { AuthorNames } from '../settings/configuration/author-names.ts';

/** A procedure as the API tells it. */
type Told = ReturnType<typeof describeProcedure>;

/** Reads procedures for whoever asks, with the names of those who saved them. */
export class ProcedureReader {
  constructor(
    private readonly store: ProcedureStore,
    private readonly authors: AuthorNames,
  ) {}

  /** @throws DomainError `procedure_unknown` */
  async latest(key: string): Promise<Told> {
    const [latest] = await this.store.history(key, 1);
    if (latest === undefined) throw this.unknown();
    return describeProcedure(latest, await this.names([latest]));
  }

  /** @throws DomainError `procedure_version_unknown` */
  async version(key: string, version: number): Promise<Told> {
    const [found] = await this.store.history(key, 1, version + 1);
    if (found?.version !== version) throw new DomainError<ProcedureErrorCode>('procedure_version_unknown');
    return describeProcedure(found, await this.names([found]));
  }

  names(stamped: readonly { readonly author: string }[]): Promise<Named> {
    return this.authors.of(stamped.map(({ author }) => author));
  }

  unknown(): DomainError<ProcedureErrorCode> {
    return new DomainError<ProcedureErrorCode>('procedure_unknown');
  }

  /** For a save that came too late: the version that is there now, so that both can be looked at. */
  whatStandsThere(key: string): (error: unknown) => Promise<never> {
    return async (error) => {
      if (!(error instanceof DomainError) || error.code !== 'procedure_changed_meanwhile') throw error;
      const [now] = await this.store.history(key, 1);
      throw new ChangedMeanwhile(now?.version ?? 0, now === undefined ? undefined : describeProcedure(now, await this.names([now])));
    };
  }
}
