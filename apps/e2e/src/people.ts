import { randomBytes } from 'node:crypto';

export interface Someone {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  /** E.164; absent: nobody can call them. */
  readonly phone?: string;
  readonly requiredFactor: 1 | 2;
  /** What they may do in the console; absent: they are no administrator. */
  readonly roles?: readonly string[];
}

const password = 'correct horse battery';
const administratorRoles = ['root', 'security', 'sysadmin', 'app_admin', 'ui_admin', 'support'];
const numbers = Array.from({ length: 60 }, (_none, index) => index);
const phoneOf = (index: number): string => `+7900000${String(1234 + index)}`;

/** Accounts that are made once, and handed out one by one: no two tests know the same person. */
export class People {
  readonly #withPhone = numbers.map((index) => someone(`ada${index === 0 ? '' : String(index)}`, 2, phoneOf(index)));
  readonly #withoutPhone = numbers.slice(0, 4).map((index) => someone(`grace${index === 0 ? '' : String(index)}`, 2));
  readonly #passwordOnly = numbers.slice(0, 4).map((index) => someone(`alan${index === 0 ? '' : String(index)}`, 1, phoneOf(100 + index)));
  readonly #withOfficePhone = numbers.slice(0, 4).map((index) => someone(`hedy${index === 0 ? '' : String(index)}`, 2, `+749512345${String(60 + index)}`));
  readonly #administrators = administratorRoles.flatMap((role, at) => numbers.slice(0, role === 'root' ? 12 : 4).map((index) => ({
    ...someone(`edith-${role.replace('_', '-')}${index === 0 ? '' : String(index)}`, 2, phoneOf(300 + at * 20 + index)), roles: [role],
  })));
  readonly all: readonly Someone[] = [...this.#administrators, ...this.#withPhone, ...this.#withoutPhone, ...this.#withOfficePhone, ...this.#passwordOnly];

  withPhone(): Someone {
    return next(this.#withPhone);
  }

  withoutPhone(): Someone {
    return next(this.#withoutPhone);
  }

  /** Whose number is a fixed line: as shipped, only mobile ones are called. */
  withOfficePhone(): Someone {
    return next(this.#withOfficePhone);
  }

  /** Somebody who works in the console; each role has its own. */
  administrator(role = 'root'): Someone {
    return next(this.#administrators, ({ roles }) => roles.includes(role));
  }

  /** Whose password is enough, unless an application wants more. */
  passwordOnly(): Someone {
    return next(this.#passwordOnly);
  }
}

function someone(login: string, requiredFactor: 1 | 2, phone?: string): Someone {
  const names = { edith: 'Edith Clarke', ada: 'Ada Lovelace', grace: 'Grace Hopper', alan: 'Alan Turing', hedy: 'Hedy Lamarr' };
  const name = names[login.replace(/[-\d].*/, '') as keyof typeof names];
  return { login, password, name, requiredFactor, ...(phone === undefined ? {} : { phone }) };
}

function next<Kind extends Someone>(pool: Kind[], fits: (one: Kind) => boolean = () => true): Kind {
  const at = pool.findIndex(fits);
  const first = at === -1 ? undefined : pool.splice(at, 1)[0];
  if (first === undefined) throw new Error('everybody of that kind is taken: add to People');
  return first;
}

export const newSecret = (): string => randomBytes(32).toString('base64');

/** What apps/blitz-idp/dist/seed-demo.js reads. */
export function seedOf(people: People, demo: string, clientSecret: string, simulator: { readonly url: string; readonly token: string } | undefined): string {
  const accounts = people.all.map(({ login, password: secret, name, phone, requiredFactor }) => {
    const [given = name, family = ''] = name.split(' ');
    const attributes = { name, given_name: given, family_name: family, ...(phone === undefined ? {} : { phone_number: phone }) };
    return { login, password: secret, requiredFactor, attributes };
  });
  const client = {
    client_id: 'demo',
    client_secret: clientSecret,
    client_name: 'Demo application',
    client_uri: `${demo}/`,
    redirect_uris: [`${demo}/callback`],
    post_logout_redirect_uris: [`${demo}/`],
  };
  const administrators = people.all.flatMap(({ login, roles }) => (roles === undefined ? [] : [{ login, roles }]));
  return JSON.stringify({ accounts, administrators, clients: [client], simulator });
}
