import { Accounts, Applications, EndSessions, Sessions, TakeTrust, TrustedBrowsers } from '@blitz/accounts';
import { Clock } from '@blitz/kernel';
import { Controller, Inject } from '@nestjs/common';
import type { Answer } from '../api/answer.ts';
import { Asked } from '../api/asked.ts';
import { Serves } from '../api/serves.ts';
import { carerOf } from './carer-of.ts';
import { endSession, endSessions, listBrowsers, listSessions, revokeBrowser, revokeBrowsers } from './care.routes.ts';
import { describeBrowser, describeSession } from './describe-care.ts';

/** Where a person is logged in or trusted, and how that ends. */
@Controller()
export class WhereaboutsController {
  @Inject(Accounts) private readonly accounts!: Accounts;
  @Inject(TrustedBrowsers) private readonly browsers!: TrustedBrowsers;
  @Inject(Sessions) private readonly sessions!: Sessions;
  @Inject(Applications) private readonly applications!: Applications;
  @Inject(TakeTrust) private readonly takeTrust!: TakeTrust;
  @Inject(EndSessions) private readonly endSessions!: EndSessions;
  @Inject(Clock) private readonly clock!: Clock;

  @Serves(listBrowsers)
  async trusted(@Asked() { params }: Asked<typeof listBrowsers>): Promise<Answer<typeof listBrowsers>> {
    const { sub } = await this.accounts.get(params.sub);
    return { items: (await this.browsers.list(sub, this.clock.now())).map(describeBrowser) };
  }

  @Serves(revokeBrowser)
  async revoke(@Asked() asked: Asked<typeof revokeBrowser>): Promise<void> {
    await this.takeTrust.one(asked.params.sub, asked.params.id, carerOf(asked));
  }

  @Serves(revokeBrowsers)
  async revokeAll(@Asked() asked: Asked<typeof revokeBrowsers>): Promise<Answer<typeof revokeBrowsers>> {
    return { count: await this.takeTrust.all(asked.params.sub, carerOf(asked)) };
  }

  @Serves(listSessions)
  async loggedIn(@Asked() { params }: Asked<typeof listSessions>): Promise<Answer<typeof listSessions>> {
    const { sub } = await this.accounts.get(params.sub);
    const sessions = await this.sessions.list(sub, this.clock.now());
    const names = await this.#namesOf(sessions.flatMap(({ applications }) => applications));
    return { items: sessions.map((session) => describeSession(session, (clientId) => names.get(clientId) ?? clientId)) };
  }

  @Serves(endSession)
  async end(@Asked() asked: Asked<typeof endSession>): Promise<void> {
    await this.endSessions.one(asked.params.sub, asked.params.id, carerOf(asked));
  }

  @Serves(endSessions)
  async endAll(@Asked() asked: Asked<typeof endSessions>): Promise<Answer<typeof endSessions>> {
    return { count: await this.endSessions.all(asked.params.sub, carerOf(asked)) };
  }

  async #namesOf(clientIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = [...new Set(clientIds)].map(async (clientId): Promise<[string, string]> => {
      const name = (await this.applications.find(clientId))?.metadata['client_name'];
      return [clientId, typeof name === 'string' ? name : clientId];
    });
    return new Map(await Promise.all(found));
  }
}
