import { ApplicationRegister, ChangeApplication, CreateApplication, DeleteApplication, RotateSecret, type ApplicationErrorCode, type CreatedApplication, type RegisteredApplication } from '@blitz/accounts';
import { Clock, DomainError } from '@blitz/kernel';
import { Controller, Inject } from '@nestjs/common';
import type { Answer } from '../api/answer.ts';
import { Asked } from '../api/asked.ts';
import { limitOf, openCursor, sealCursor } from '../api/cursor.ts';
import { Serves } from '../api/serves.ts';
import { tagged } from '../api/tagged.ts';
import { Environment } from '../assembly/tokens.ts';
import { changeApplication, createApplication, deleteApplication, listApplications, readApplication, rotateSecret } from './applications.routes.ts';
import { assertFreshFor } from './assert-fresh.ts';
import { describeApplication } from './describe-application.ts';
import { readDraft } from './read-draft.ts';
import { saidToPeople } from './said-to-people.ts';

/** The applications that people log in to, and the programs that work with the admin API. */
@Controller()
export class ApplicationsController {
  @Inject(ApplicationRegister) private readonly register!: ApplicationRegister;
  @Inject(CreateApplication) private readonly createApplication!: CreateApplication;
  @Inject(ChangeApplication) private readonly changeApplication!: ChangeApplication;
  @Inject(DeleteApplication) private readonly deleteApplication!: DeleteApplication;
  @Inject(RotateSecret) private readonly rotateSecret!: RotateSecret;
  @Inject(Clock) private readonly clock!: Clock;
  @Inject(Environment) private readonly environment!: Environment;

  @Serves(listApplications)
  async list(@Asked() { query }: Asked<typeof listApplications>): Promise<Answer<typeof listApplications>> {
    const [after] = openCursor(query.cursor, ['string']) ?? [];
    const limit = limitOf(query);
    const found = await this.register.list({ limit: limit + 1, ...(typeof after === 'string' ? { after } : {}), ...(query.search === undefined ? {} : { search: query.search }) });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return { items: items.map((each) => this.#described(each)), next: found.length > limit && last !== undefined ? sealCursor([last.clientId]) : null };
  }

  @Serves(createApplication)
  async create(@Asked() { body: { client_id: clientId, ...said }, actor, caller }: Asked<typeof createApplication>): Promise<Answer<typeof createApplication>> {
    const draft = readDraft(said);
    assertFreshFor(draft, caller, this.clock.now());
    return this.#withSecret(await this.#done(this.createApplication.execute({ clientId, draft, actor, held: caller.privileges })));
  }

  @Serves(readApplication)
  async read(@Asked() { params }: Asked<typeof readApplication>): Promise<Answer<typeof readApplication>> {
    const found = await this.register.find(params.client_id);
    if (found === undefined) throw new DomainError<ApplicationErrorCode>('application_unknown');
    return tagged(found.version, this.#described(found));
  }

  @Serves(changeApplication)
  async change(@Asked() { params, body, ifMatch, actor, caller }: Asked<typeof changeApplication>): Promise<Answer<typeof changeApplication>> {
    const draft = readDraft(body);
    assertFreshFor(draft, caller, this.clock.now());
    const deed = { clientId: params.client_id, draft, expectedVersion: ifMatch, actor, held: caller.privileges };
    const changed = await this.#done(this.changeApplication.execute(deed));
    return tagged(changed.version, this.#described(changed));
  }

  @Serves(deleteApplication)
  async delete(@Asked() { params, ifMatch, actor, caller }: Asked<typeof deleteApplication>): Promise<Answer<typeof deleteApplication>> {
    await this.#done(this.deleteApplication.execute({ clientId: params.client_id, expectedVersion: ifMatch, actor, held: caller.privileges }));
    return undefined;
  }

  @Serves(rotateSecret)
  async rotate(@Asked() { params, ifMatch, actor, caller }: Asked<typeof rotateSecret>): Promise<Answer<typeof rotateSecret>> {
    return this.#withSecret(await this.#done(this.rotateSecret.execute({ clientId: params.client_id, expectedVersion: ifMatch, actor, held: caller.privileges })));
  }

  #done<Done>(deed: Promise<Done>): Promise<Done> {
    return saidToPeople(deed, this.environment.value.issuer.issuer);
  }

  #described(application: RegisteredApplication): ReturnType<typeof describeApplication> {
    return describeApplication(application, this.environment.value.issuer.issuer);
  }

  #withSecret({ application, secret }: CreatedApplication): Answer<typeof createApplication> {
    return tagged(application.version, { ...this.#described(application), client_secret: secret ?? null });
  }
}
