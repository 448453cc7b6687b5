import { Accounts, Administrators, AppointAdministrator, ChangeRoles, DismissAdministrator, roleNames, roles as table, type Administrator, type AdministratorErrorCode } from '@blitz/accounts';
import { CareSettings } from '@blitz/factors';
import { DomainError } from '@blitz/kernel';
import { Controller, Inject } from '@nestjs/common';
import type { Answer } from '../api/answer.ts';
import { Asked } from '../api/asked.ts';
import { limitOf, openCursor, sealCursor } from '../api/cursor.ts';
import { Serves } from '../api/serves.ts';
import { tagged } from '../api/tagged.ts';
import { momentOrNull } from '../api/words.ts';
import {
  appointAdministrator,
  changeRoles,
  dismissAdministrator,
  findCandidates,
  listAdministrators,
  listRoles,
  readAdministrator,
  readCaller,
} from './administrators.routes.ts';
import { describeAdministrator, describeCandidate } from './describe-administrator.ts';
import { saidToPeople } from './said-to-people.ts';

/** Who may work in the console. */
@Controller()
export class AdministratorsController {
  @Inject(Administrators) private readonly administrators!: Administrators;
  @Inject(Accounts) private readonly accounts!: Accounts;
  @Inject(CareSettings) private readonly settings!: CareSettings;
  @Inject(AppointAdministrator) private readonly appointAdministrator!: AppointAdministrator;
  @Inject(ChangeRoles) private readonly changeRoles!: ChangeRoles;
  @Inject(DismissAdministrator) private readonly dismissAdministrator!: DismissAdministrator;

  @Serves(listAdministrators)
  async list(@Asked() { query }: Asked<typeof listAdministrators>): Promise<Answer<typeof listAdministrators>> {
    const [after] = openCursor(query.cursor, ['string']) ?? [];
    const limit = limitOf(query);
    const found = await this.administrators.list({ limit: limit + 1, ...(typeof after === 'string' ? { after } : {}) });
    const [items, setting] = [found.slice(0, limit), await this.settings.read()];
    const last = items.at(-1);
    return { items: items.map((each) => describeAdministrator(each, setting)), next: found.length > limit && last !== undefined ? sealCursor([last.account.login]) : null };
  }

  @Serves(findCandidates)
  async candidates(@Asked() { query }: Asked<typeof findCandidates>): Promise<Answer<typeof findCandidates>> {
    const account = await this.accounts.findByLogin(query.login);
    if (account === undefined) return { items: [] };
    const known = await this.administrators.find(account.sub);
    return { items: [describeCandidate(account, known !== undefined, await this.settings.read())] };
  }

  @Serves(readAdministrator)
  async read(@Asked() { params }: Asked<typeof readAdministrator>): Promise<Answer<typeof readAdministrator>> {
    const found = await this.administrators.find(params.sub);
    if (found === undefined) throw new DomainError<AdministratorErrorCode>('administrator_unknown');
    return this.#answer(found);
  }

  @Serves(appointAdministrator)
  async appoint(@Asked() { body: { sub, roles }, actor, caller }: Asked<typeof appointAdministrator>): Promise<Answer<typeof appointAdministrator>> {
    const appointed = this.appointAdministrator.execute({ sub, roles, actor, held: caller.privileges });
    return this.#answer(await this.#said(sub, appointed));
  }

  @Serves(changeRoles)
  async change(@Asked() { params: { sub }, body, ifMatch, actor, caller }: Asked<typeof changeRoles>): Promise<Answer<typeof changeRoles>> {
    const changed = this.changeRoles.execute({ sub, roles: body.roles, expectedVersion: ifMatch, actor, held: caller.privileges });
    return this.#answer(await this.#said(sub, changed));
  }

  @Serves(dismissAdministrator)
  async dismiss(@Asked() { params: { sub }, ifMatch, actor, caller }: Asked<typeof dismissAdministrator>): Promise<Answer<typeof dismissAdministrator>> {
    await this.#said(sub, this.dismissAdministrator.execute({ sub, expectedVersion: ifMatch, actor, held: caller.privileges }));
    return undefined;
  }

  @Serves(listRoles)
  roles(): Answer<typeof listRoles> {
    return { items: roleNames.map((role) => ({ role, privileges: [...table[role]] })) };
  }

  @Serves(readCaller)
  caller(@Asked() { caller: { kind, id, privileges, freshUntil } }: Asked<typeof readCaller>): Answer<typeof readCaller> {
    return { kind, id, privileges: [...privileges], fresh_until: momentOrNull(freshUntil) };
  }

  async #answer(known: Administrator) {
    return tagged(known.version, describeAdministrator(known, await this.settings.read()));
  }

  #said<Done>(sub: string, deed: Promise<Done>): Promise<Done> {
    return saidToPeople(deed, this.administrators, sub, async (now) => describeAdministrator(now, await this.settings.read()));
  }
}
