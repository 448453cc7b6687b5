import { Controller, Inject } from '@nestjs/common';
import { DomainError } from '@blitz/kernel';
import { ChangeSecret, DeleteSecret, KeepSecrets } from '@blitz/procedures';
import type { Answer } from '../api/answer.ts';
import { Asked } from '../api/asked.ts';
import { FieldsInvalid } from '../api/fields-invalid.ts';
import { Serves } from '../api/serves.ts';
import { describeSecret } from './describe-procedure.ts';
import { deleteSecret, listSecrets, saveSecret } from './driver.routes.ts';
import { ProcedureReader } from './procedure-reader.ts';

/** The secrets of procedures: a way in, and none out. */
@Controller()
export class SecretsController {
  @Inject(KeepSecrets) private readonly secrets!: KeepSecrets;
  @Inject(ChangeSecret) private readonly change!: ChangeSecret;
  @Inject(DeleteSecret) private readonly remove!: DeleteSecret;
  @Inject(ProcedureReader) private readonly reader!: ProcedureReader;

  @Serves(listSecrets)
  async list(): Promise<Answer<typeof listSecrets>> {
    const secrets = await this.secrets.list();
    const named = await this.reader.names(secrets);
    return { items: secrets.map((each) => describeSecret(each, named)) };
  }

  @Serves(saveSecret)
  async save(@Asked() { params, body, actor }: Asked<typeof saveSecret>): Promise<Answer<typeof saveSecret>> {
    const saved = await this.change.execute({ ...params, ...body, actor }).catch(asFields);
    return describeSecret(saved, await this.reader.names([saved]));
  }

  @Serves(deleteSecret)
  async delete(@Asked() { params, actor }: Asked<typeof deleteSecret>): Promise<undefined> {
    await this.remove.execute({ ...params, actor });
  }
}

function asFields(error: unknown): never {
  if (!(error instanceof DomainError) || error.code !== 'secret_invalid') throw error;
  const { field, expected } = error.details;
  throw new FieldsInvalid([{ pointer: `/${field === 'name' ? 'params' : 'body'}/${String(field)}`, rule: `secret_${String(field)}`, expected: String(expected) }]);
}
