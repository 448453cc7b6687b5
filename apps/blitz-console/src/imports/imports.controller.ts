import { Readable } from 'node:stream';
import { AccountImports, type AccountImport, type ImportErrorCode } from '@blitz/accounts';
import { DomainError } from '@blitz/kernel';
import { Controller, Inject, Res, UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Answer } from '../api/answer.ts';
import { Asked } from '../api/asked.ts';
import { Serves } from '../api/serves.ts';
import { describeImport } from './describe-import.ts';
import { ImportDesk } from './import-desk.ts';
import { beginImport, largestFile, listImports, readImport, readReport } from './imports.routes.ts';
import { reportCsv } from './report-csv.ts';

const lastOnes = 20;

/** Lists of people, on their way into the directory. */
@Controller()
export class ImportsController {
  @Inject(AccountImports) private readonly imports!: AccountImports;
  @Inject(ImportDesk) private readonly desk!: ImportDesk;

  @Serves(beginImport)
  async begin(@Asked() { query, request, actor, caller }: Asked<typeof beginImport>): Promise<Answer<typeof beginImport>> {
    const { mode = 'good_rows', existing = 'skip', dry_run: dryRun = false } = query;
    const body: unknown = request.body;
    if (!(body instanceof Readable)) throw new UnsupportedMediaTypeException();
    // Before any of it was read, where its sender says how much there is.
    if (Number(request.headers['content-length'] ?? 0) > largestFile) throw new DomainError<ImportErrorCode>('import_too_large', { bytes: largestFile });
    return describeImport(await this.desk.begin(body, { mode, existing, dryRun }, { actor, privileges: caller.privileges }));
  }

  @Serves(listImports)
  async list(): Promise<Answer<typeof listImports>> {
    return { items: (await this.imports.list(lastOnes)).map(describeImport) };
  }

  @Serves(readImport)
  async read(@Asked() { params }: Asked<typeof readImport>): Promise<Answer<typeof readImport>> {
    return describeImport(await this.#known(params.id));
  }

  @Serves(readReport)
  async report(@Asked() { params }: Asked<typeof readReport>, @Res() reply: FastifyReply): Promise<void> {
    const { id } = await this.#known(params.id);
    reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', `attachment; filename="import-${id}.csv"`);
    await reply.send(Readable.from(reportCsv(this.imports, id)));
  }

  async #known(id: string): Promise<AccountImport> {
    const found = await this.imports.find(id);
    if (found === undefined) throw new DomainError<ImportErrorCode>('import_unknown');
    return found;
  }
}
