import { Buffer } from 'node:buffer';
import { createHash, createHmac } from 'node:crypto';
import { createContext, runInContext } from 'node:vm';
import { prelude } from '@blitz/procedures';

type Encoding = 'hex' | 'base64' | 'base64url';

interface Given {
  readonly entryPoint?: string;
  readonly obj?: object;
  readonly result?: { readonly status?: number; readonly headers?: object; readonly text?: string; readonly state?: object };
  readonly now?: number;
}

/** 31 January 2026, 12:00:00.123 UTC */
export const noon = 1_769_860_800_123;

/** A fresh realm with the language in it: Node's, so that this room needs no sandbox; the sandbox has tests of its own. */
export class Realm {
  readonly logs: string[] = [];
  readonly #context = createContext({ __blitz_host: (name: string, ...args: string[]) => this.#host(name, args) });
  readonly #entry = runInContext(prelude(), this.#context) as { call(made: unknown, entryPoint: string, input: string): string };

  /** Runs a script beside the language, as a program's own first lines. */
  script(source: string): unknown {
    return runInContext(source, this.#context);
  }

  /** @param source an expression: what the program would export */
  answer(source: string, { entryPoint = 'run', obj = {}, result, now = noon }: Given = {}): unknown {
    const response = result === undefined ? null : { status: 200, headers: {}, text: '', state: {}, ...result };
    return JSON.parse(this.#entry.call(this.script(`'use strict'; (${source})`), entryPoint, JSON.stringify({ obj, result: response, now })));
  }

  /** @param body of a method `run(obj, result)` */
  run(body: string, given?: Given): unknown {
    return this.answer(`class { run(obj, result) { ${body} } }`, given);
  }

  /** @param expression that makes a text or something to be seen as one, in `run` */
  value(expression: string, given?: Given): unknown {
    const answer = this.run(`return HttpLoop.Ok(JsObj.empty.addString('value', String(${expression})));`, given);
    return (answer as { readonly value: { readonly value: string } }).value.value;
  }

  #host(name: string, args: readonly string[]): string {
    const [first = '', second = '', third = '', fourth = ''] = args;
    switch (name) {
      case 'secret':
        return `secret of ${first}`;
      case 'hash':
        return createHash(first).update(second).digest(third as Encoding);
      case 'hmac':
        return createHmac('sha256', Buffer.from(first, second as Encoding)).update(third).digest(fourth as Encoding);
      case 'encode':
        return Buffer.from(first).toString(second as Encoding);
      case 'decode':
        return Buffer.from(first, second as Encoding).toString();
      default:
        this.logs.push(first);
        return '';
    }
  }
}
