/**
 * One copy of the service, as a process that can be killed: a dialler over the real stores. Runs what is built, as services do.
 * Arguments: Redis, provider, account, and `press` when the account's person presses the button here first.
 * Prints a line of JSON for each thing that happens.
 */
import { AskForCall, ChallengeIds, CodeDigest, PlaceCall } from '@blitz/factors';
import { fakeCallGate, FakeFlashCallSettings } from '@blitz/factors/fakes';
import { SystemClock } from '@blitz/kernel';
import { RedisChallenges, RedisLogins } from '@blitz/redis';
import { BullMqCallQueue, BullMqDialler, VendorExampleProvider } from '@blitz/telephony';
import { Redis } from 'ioredis';

const [redisUrl, providerUrl, sub, deed] = process.argv.slice(2);
const { hostname, port, password, pathname } = new URL(redisUrl);
const connection = { host: hostname, port: Number(port), db: Number(pathname.slice(1) || 0), maxRetriesPerRequest: null };
if (password !== '') connection.password = password;

const redis = new Redis(redisUrl);
const clock = new SystemClock();
const challenges = new RedisChallenges(redis);
const settings = new FakeFlashCallSettings();
const audit = { record: () => undefined };
const account = { sub, login: 'ada', attributes: { phone_number: '+79161234567' }, locked: false };
const accounts = { find: () => Promise.resolve(account) };
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

const provider = new VendorExampleProvider({ url: providerUrl, token: 'token' });
const ids = new ChallengeIds(Buffer.alloc(32, 8), settings);
const placeCall = new PlaceCall({ challenges, accounts, settings, ids }, provider, new CodeDigest(Buffer.alloc(32, 7)), clock, audit);
const options = { connection, concurrency: 4, lockMs: 900, now: () => clock.now(), report: (report) => say(report) };
new BullMqDialler(placeCall, options).start();

if (deed === 'press') {
  const login = { id: 'login', sub, startedAt: clock.now(), proved: ['password'], trustSettled: false };
  await new RedisLogins(redis).open(login);
  const askForCall = new AskForCall(challenges, { queue: new BullMqCallQueue(connection), ids, gate: fakeCallGate() }, settings, clock, audit);
  const origin = { address: '192.0.2.1', userAgent: 'a browser', correlationId: 'correlation' };
  const { verdict, challengeId } = await askForCall.execute({ account, login: 'login', number: 1, origin });
  say({ pressed: verdict.kind, challengeId });
}
