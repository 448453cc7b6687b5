import { Applications, type Application } from '@blitz/accounts';

/** Applications that blitz-idp brings itself come first: whatever stands in the database under their names is not served. */
export class BuiltInApplications extends Applications {
  constructor(
    private readonly builtIn: readonly Application[],
    private readonly others: Applications,
  ) {
    super();
  }

  find(clientId: string): Promise<Application | undefined> {
    const found = this.builtIn.find((each) => each.clientId === clientId);
    return found === undefined ? this.others.find(clientId) : Promise.resolve(found);
  }

  save(application: Application): Promise<void> {
    return this.others.save(application);
  }
}
