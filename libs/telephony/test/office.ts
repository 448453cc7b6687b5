import type { Account } from '@blitz/accounts';
import { FakeAccounts } from '@blitz/accounts/fakes';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import {
  AskForCall,
  CallTags,
  ChallengeIds,
  CheckEntry,
  CodeChecks,
  CodeDigest,
  EnterCode,
  EntryNotes,
  HangUp,
  PlaceCall,
  routesBy,
} from '@blitz/factors';
import { fakeCallGate, FakeCallLedger, FakeCallProvider, FakeChallenges, FakeFlashCallSettings, FakeLogins, FakeOpenEntries } from '@blitz/factors/fakes';
import { SystemClock } from '@blitz/kernel';
import { BullMqCallQueue, BullMqDialler, BullMqFollowUpQueue, type DiallerOptions, type DiallerReport } from '@blitz/telephony';
import type { ConnectionOptions } from 'bullmq';
import type { Redis } from 'ioredis';

export const origin = { address: '192.0.2.1', userAgent: 'a browser', correlationId: 'the correlation' };

export function connectionTo(address: string): ConnectionOptions {
  const { hostname, port, password, pathname } = new URL(address);
  const db = Number(pathname.slice(1) || 0);
  return { host: hostname, port: Number(port), db, maxRetriesPerRequest: null, ...(password === '' ? {} : { password }) };
}

/** The rules in memory, the calls in a real queue. The clock is the machine's, moved as far as a test wants. */
export class Office {
  ahead = 0;
  readonly clock = { now: () => new SystemClock().now() + this.ahead };
  readonly logins = new FakeLogins();
  readonly challenges = new FakeChallenges(this.logins);
  readonly entries = new FakeOpenEntries(this.challenges);
  readonly ledger = new FakeCallLedger();
  readonly settings = new FakeFlashCallSettings();
  readonly ids = new ChallengeIds(Buffer.alloc(32, 8), this.settings);
  readonly accounts = new FakeAccounts();
  readonly audit = new FakeAuditTrail();
  readonly provider = new FakeCallProvider();
  readonly routeOf = routesBy(new CallTags(Buffer.alloc(32, 9)));
  readonly reports: (DiallerReport & { readonly error?: unknown })[] = [];
  readonly queue: BullMqCallQueue;
  readonly askForCall: AskForCall;
  readonly placeCall: PlaceCall;
  readonly gate = fakeCallGate();
  readonly followUps: BullMqFollowUpQueue;
  readonly enterCode: EnterCode;
  readonly checkEntry: CheckEntry;
  readonly hangUp: HangUp;
  readonly #ends: (() => Promise<void>)[] = [];

  constructor(private readonly redisUrl: string) {
    this.queue = new BullMqCallQueue(connectionTo(redisUrl));
    this.followUps = new BullMqFollowUpQueue(connectionTo(redisUrl));
    this.#ends.push(() => this.queue.close());
    this.askForCall = new AskForCall(this.challenges, this, this.settings, this.clock, this.audit);
    const digest = new CodeDigest(Buffer.alloc(32, 7));
    this.#ends.push(() => this.followUps.close());
    const notes = new EntryNotes(this.audit, this.ledger, this.followUps);
    const checks = new CodeChecks(this.challenges, { entries: this.entries, queue: this.followUps }, this.settings, this.clock, notes);
    this.enterCode = new EnterCode(this.challenges, { digest, checks }, this.settings, this.clock, notes);
    this.checkEntry = new CheckEntry(this, this.provider, this.clock, notes);
    this.hangUp = new HangUp(this.challenges, this.provider);
    this.placeCall = new PlaceCall(this, this.provider, digest, this.clock, this.audit);
  }

  async person(name: string, phoneNumber = '+79161234567'): Promise<Account> {
    const account = await this.accounts.create({ login: name, attributes: { phone_number: phoneNumber } });
    await this.logins.open({ id: 'login', sub: account.sub, startedAt: this.clock.now(), proved: ['password'], trustSettled: false });
    return account;
  }

  async presses(account: Account): Promise<string> {
    const { presses } = await this.challenges.look(account.sub);
    return (await this.askForCall.execute({ account, login: 'login', number: presses + 1, origin })).challengeId;
  }

  dialler(options: Partial<DiallerOptions> = {}): BullMqDialler {
    const dialler = new BullMqDialler(this, {
      connection: connectionTo(this.redisUrl),
      concurrency: 8,
      now: () => this.clock.now(),
      report: (report, error) => this.reports.push({ ...report, ...(error === undefined ? {} : { error }) }),
      ...options,
    });
    this.#ends.push(() => dialler.stop(500));
    dialler.start();
    return dialler;
  }

  async closes(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end();
  }
}

/** Everything that Redis holds, as text. */
export async function dumpOf(redis: Redis): Promise<string> {
  const lines = await Promise.all((await redis.keys('*')).map(async (key) => `${key} ${JSON.stringify(await contentOf(redis, key))}`));
  return lines.sort().join('\n');
}

async function contentOf(redis: Redis, key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return redis.hgetall(key);
    case 'set':
      return redis.smembers(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'zset':
      return redis.zrange(key, 0, -1);
    case 'stream':
      return redis.xrange(key, '-', '+');
    default:
      // It was removed between the two questions.
      return undefined;
  }
}
