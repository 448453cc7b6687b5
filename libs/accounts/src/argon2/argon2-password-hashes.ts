import { hash as argon2Hash, verify as argon2Verify } from '@node-rs/argon2';
import { passwordLength, normalisePassword } from '../password/password-text.ts';
import { PasswordHashes, type PasswordVerdict } from '../password/password-hashes.ts';
import { argon2ParametersOf, dummyHash, owaspParameters, type Argon2Parameters } from './argon2-format.ts';
import { defaultHashLimits, HashQueue, type HashLimits } from './hash-queue.ts';

/** Argon2id in libuv's threads, a bounded number at a time. */
export class Argon2PasswordHashes extends PasswordHashes {
  readonly #queue: HashQueue;
  readonly #dummy: string;

  constructor(
    private readonly parameters: Argon2Parameters = owaspParameters,
    limits: HashLimits = defaultHashLimits,
  ) {
    super();
    this.#queue = new HashQueue(limits);
    this.#dummy = dummyHash(parameters);
  }

  /** Hashes being made and waiting, for a metric. */
  depth(): number {
    return this.#queue.depth();
  }

  async hash(password: string): Promise<string> {
    const normal = normalisePassword(password);
    if (normal === undefined) throw new RangeError('not a password that could ever be checked');
    const { memory, passes, lanes } = this.parameters;
    return this.#queue.run(() => argon2Hash(normal, { memoryCost: memory, timeCost: passes, parallelism: lanes }));
  }

  async check(hash: string | undefined, password: string): Promise<PasswordVerdict> {
    const normal = normalisePassword(password);
    const made = hash === undefined ? undefined : argon2ParametersOf(hash);
    const known = hash !== undefined && made !== undefined && normal !== undefined;
    const matches = await this.#queue.run(() =>
      argon2Verify(known ? hash : this.#dummy, normal ?? password.slice(0, passwordLength.most)),
    );
    return known ? { right: matches, stale: !this.#current(made) } : { right: false, stale: false };
  }

  #current({ memory, passes, lanes }: Argon2Parameters): boolean {
    const wanted = this.parameters;
    return memory === wanted.memory && passes === wanted.passes && lanes === wanted.lanes;
  }
}
