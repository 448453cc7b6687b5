import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';

/** Stands beside the sources, which the compiled files are one folder away from, too. */
const folder = new URL('../src/scripts/', import.meta.url);

type Named<Names extends string> = { readonly [Name in Names]: string | number };

/**
 * One deed in Redis: a Lua file with names instead of positions. Sent by its digest; the text follows only when Redis does not
 * know it (a restart, another server).
 */
export class Script<Keys extends string, Args extends string> {
  readonly text: string;
  readonly sha: string;

  constructor(
    name: string,
    private readonly keys: readonly Keys[],
    private readonly args: readonly Args[],
  ) {
    this.text = readLua(name);
    this.sha = createHash('sha1').update(this.text).digest('hex');
  }

  async run(redis: Redis, keys: Named<Keys>, args: Named<Args>): Promise<unknown> {
    const values = [...this.keys.map((name) => keys[name]), ...this.args.map((name) => args[name])];
    try {
      return await redis.evalsha(this.sha, this.keys.length, ...values);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return redis.eval(this.text, this.keys.length, ...values);
    }
  }
}

function readLua(name: string): string {
  const text = readFileSync(new URL(`${name}.lua`, folder), 'utf8');
  return text.replace(/^ *--@include ([\w-]+)$/gm, (_line, included: string) => readLua(included));
}
