import { randomUUID } from 'node:crypto';
import { CodeDigest, newChallengeId } from '@blitz/factors';
import { deriveKey, newId } from '@blitz/kernel';
import { RedisChallenges, RedisLogins } from '@blitz/redis';
import { Redis } from 'ioredis';
import pg from 'pg';
import { Forms } from '../apps/blitz-idp/dist/login/forms.js';
import { LoginTickets } from '../apps/blitz-idp/dist/login/login-ticket.js';
import { Mac } from '../apps/blitz-idp/dist/login/mac.js';
import { ReturnPath } from '../apps/blitz-idp/dist/login/return-path.js';

export const code = '0042';
const wrong = '1111';
export const limits = { codeLength: 4, validityMs: 600_000, tries: 10, total: 100, blockMs: 900_000, delayMs: 30_000 };
/** Who made the calls and whereto, as far as anybody remembers. */
const call = {
  call: { procedure: 'bench', memo: '', canHangUp: false },
  route: { procedure: 'bench', destination: '+7916', prefixTag: 'bench' },
};

/**
 * People who are past their password, made in the stores without the cost of hashing: the same cookies, forms and hashes that
 * blitz-idp would have made, by its own classes.
 */
export class Crowd {
  constructor(env) {
    this.env = env;
    this.redis = new Redis(env.BLITZ_REDIS_URL);
    const secret = Buffer.from(env.BLITZ_SECRET, 'base64');
    const mac = new Mac(deriveKey(secret, 'browser'));
    this.forms = new Forms(mac);
    this.tickets = new LoginTickets(mac);
    this.returnPath = new ReturnPath(mac);
    this.digest = new CodeDigest(deriveKey(secret, 'code digest'));
    this.logins = new RedisLogins(this.redis);
    this.challenges = new RedisChallenges(this.redis);
  }

  /** @returns somebody who was just called and holds the right digits */
  async called() {
    const person = await this.#logsIn(randomUUID());
    const { sub, login, browser } = person;
    const challengeId = newChallengeId(sub);
    const now = Date.now();
    await this.challenges.call({ sub, login }, 1, challengeId, now, limits);
    await this.challenges.claim(challengeId, now);
    const made = { verifiedBy: 'digest', digest: this.digest.of(challengeId, code), ...call };
    await this.challenges.placed(challengeId, made, now, limits);
    return { ...person, challengeId, cookie: cookieOf(browser, this.tickets.write({ sub, login, challengeId }, browser)) };
  }

  /** Accounts with phones, at the page that offers a call. */
  async waiting(count) {
    const database = new pg.Client({ connectionString: this.env.BLITZ_DATABASE_URL });
    await database.connect();
    const phones = Array.from({ length: count }, (_none, index) => `+7916${String(2_000_000 + index).slice(-7)}`);
    const subs = phones.map(() => randomUUID());
    for (const [index, sub] of subs.entries()) {
      const phone = phones[index];
      await database.query('INSERT INTO accounts (sub, login, attributes) VALUES ($1, $2, $3)', [sub, `bench-${sub}`, { phone_number: phone }]);
    }
    await database.end();
    const people = [];
    for (const [index, sub] of subs.entries()) people.push({ ...(await this.#logsIn(sub)), phone: phones[index] });
    return people;
  }

  async #logsIn(sub) {
    const [login, browser] = [newId(), newId()];
    await this.logins.open({ id: login, sub, startedAt: Date.now(), proved: ['password'], trustSettled: false });
    const interaction = newId();
    // The interaction as oidc-provider would have stored it.
    const exp = Math.floor(Date.now() / 1000) + 1800;
    const payload = { iat: exp - 1800, exp, jti: interaction, kind: 'Interaction', returnTo: 'http://localhost', prompt: { name: 'login', reasons: ['no_session'], details: {} }, params: { client_id: 'bench' } };
    await this.redis.hset(`blitz:oidc:Interaction:${interaction}`, 'payload', JSON.stringify(payload));
    const bo = this.returnPath.of(interaction, browser);
    const csrf = this.forms.token(browser, login);
    return { sub, login, browser, bo, csrf, cookie: cookieOf(browser, this.tickets.write({ sub, login }, browser)) };
  }

  /** Nine wrong entries and the right one. */
  entriesOf(person) {
    return Array.from({ length: 10 }, (_, index) => this.entryOf(person, index === 9 ? code : wrong));
  }

  entryOf({ bo, csrf, cookie }, typed) {
    return {
      method: 'POST',
      path: `/blitz/login/method/flashCall/code?${new URLSearchParams({ bo })}`,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      body: new URLSearchParams({ csrf, code: typed }).toString(),
    };
  }

  close() {
    this.redis.disconnect();
  }
}

function cookieOf(browser, ticket) {
  return `blitz_browser=${browser}; blitz_login=${ticket}`;
}
