import { AccountChanged, ChangeAccount, CreateAccount, Directory, ListAttributes, type AccountErrorCode, type DirectoryAccount } from '@blitz/accounts';
import { DomainError } from '@blitz/kernel';
import { Controller, Inject } from '@nestjs/common';
import type { Static } from 'typebox';
import type { Answer } from '../api/answer.ts';
import { Asked } from '../api/asked.ts';
import { ChangedMeanwhile } from '../api/changed-meanwhile.ts';
import { limitOf } from '../api/cursor.ts';
import { Serves } from '../api/serves.ts';
import { tagged, type Tagged } from '../api/tagged.ts';
import { accountRefusal } from './account-refusal.ts';
import { describeAttribute, describeUser, describeUserItem } from './describe-user.ts';
import { SearchUsers } from './search-users.ts';
import { changeUser, createUser, listAttributes, listUsers, readUser, type User } from './users.routes.ts';

/** Who the directory knows. */
@Controller()
export class UsersController {
  @Inject(Directory) private readonly directory!: Directory;
  @Inject(SearchUsers) private readonly searchUsers!: SearchUsers;
  @Inject(CreateAccount) private readonly createAccount!: CreateAccount;
  @Inject(ChangeAccount) private readonly changeAccount!: ChangeAccount;
  @Inject(ListAttributes) private readonly listAttributes!: ListAttributes;

  @Serves(listUsers)
  async list(@Asked() { query }: Asked<typeof listUsers>): Promise<Answer<typeof listUsers>> {
    const { items, next } = await this.searchUsers.execute(query.q ?? '', query.cursor, limitOf(query));
    return { items: items.map(describeUserItem), next };
  }

  @Serves(createUser)
  async create(@Asked() { body, actor }: Asked<typeof createUser>): Promise<Answer<typeof createUser>> {
    const { login, attributes = {}, required_factor: requiredFactor = null } = body;
    return this.#tell(await this.createAccount.execute({ login, attributes, requiredFactor, actor }).catch(accountRefusal));
  }

  @Serves(readUser)
  async read(@Asked() { params }: Asked<typeof readUser>): Promise<Answer<typeof readUser>> {
    const found = await this.directory.find(params.sub);
    if (found === undefined) throw new DomainError<AccountErrorCode>('account_unknown');
    return this.#tell(found);
  }

  @Serves(changeUser)
  async change(@Asked() { params, body, ifMatch, actor, caller }: Asked<typeof changeUser>): Promise<Answer<typeof changeUser>> {
    const { attributes, required_factor: requiredFactor } = body;
    const command = { sub: params.sub, attributes, requiredFactor, expectedVersion: ifMatch, carer: { actor, privileges: caller.privileges } };
    const changed = await this.changeAccount.execute(command).catch(async (error: unknown) => {
      if (!(error instanceof AccountChanged)) return accountRefusal(error);
      throw new ChangedMeanwhile(error.current.version, (await this.#tell(error.current)).body);
    });
    return this.#tell(changed);
  }

  @Serves(listAttributes)
  async attributes(): Promise<Answer<typeof listAttributes>> {
    return { items: (await this.listAttributes.execute()).map(describeAttribute) };
  }

  async #tell(found: DirectoryAccount): Promise<Tagged<Static<typeof User>>> {
    return tagged(found.version, describeUser(found, await this.directory.sharedKeys(found.account)));
  }
}
